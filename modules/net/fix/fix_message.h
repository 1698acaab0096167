// SPDX-License-Identifier: GPL-3.0-or-later
// FixMessage: one application message as tags and texts. A value; any thread. Standard headers and C++14 only, because the
// translation units that see QuickFIX are compiled as such. The standard header (8 9 35 34 49 52 56) and the trailer are the
// session's business and not among the fields. A repeating group stands flat, in order: its count, then the tags of each entry.
#pragma once

#include <string>
#include <vector>

namespace rialto {
namespace fix {

struct FixField {
    int tag = 0;
    std::string value;
};

struct FixMessage {
    std::string type;               // tag 35
    std::vector<FixField> fields;   // in wire order
    bool possDup = false;           // 43=Y: the session layer sends it again
    bool possResend = false;        // 97=Y: the application sends it again, under a new number

    FixMessage() = default;
    explicit FixMessage(std::string messageType) : type(std::move(messageType)) {}

    FixMessage& add(int tag, std::string value)
    {
        fields.push_back(FixField{tag, std::move(value)});
        return *this;
    }
    FixMessage& add(int tag, int value) { return add(tag, std::to_string(value)); }
    /// The first value of the tag, or null.
    const std::string* find(int tag) const
    {
        for (const auto& field : fields)
            if (field.tag == tag)
                return &field.value;
        return nullptr;
    }
    std::string text(int tag) const
    {
        const std::string* value = find(tag);
        return value == nullptr ? std::string() : *value;
    }
    /// Every value of the tag, in order: how a one-field group is read.
    std::vector<std::string> all(int tag) const
    {
        std::vector<std::string> values;
        for (const auto& field : fields)
            if (field.tag == tag)
                values.push_back(field.value);
        return values;
    }
};

} // namespace fix
} // namespace rialto
