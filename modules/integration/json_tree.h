// SPDX-License-Identifier: GPL-3.0-or-later
// JsonTree: a JSON text as a tree that keeps numbers as they are written, so that 1832641364775.52 never passes through
// floating point. The reader is nlohmann's; depth, nodes and bytes are bounded. Pure; a value; any thread.
// Errors: import.json-malformed (with the byte), import.json-depth, import.json-too-large.
#pragma once

#include "base/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rialto::integration {

class JsonNode {
public:
    enum class Kind { Null, Bool, Number, String, Array, Object };

    Kind kind = Kind::Null;
    std::string text;                // of a number, a string, or "true" and "false"
    std::vector<JsonNode> items;     // elements, or the values of an object
    std::vector<std::string> keys;   // of an object, as many as items

    bool isNull() const { return kind == Kind::Null; }
    bool isArray() const { return kind == Kind::Array; }
    bool isObject() const { return kind == Kind::Object; }
    bool isString() const { return kind == Kind::String; }
    bool isNumber() const { return kind == Kind::Number; }
    /// A number or a string that may hold one.
    bool isScalar() const { return isNumber() || isString(); }
    /// The member of that name; an empty node when there is none.
    const JsonNode& operator[](std::string_view key) const;
    bool has(std::string_view key) const;
    /// The element; an empty node beyond the end.
    const JsonNode& at(std::size_t index) const;
    std::size_t size() const { return items.size(); }
};

struct JsonLimits {
    std::size_t depth = 64;
    std::size_t nodes = 16'000'000;
};
Result<JsonNode> parseJson(std::string_view text, const JsonLimits& limits = {});

} // namespace rialto::integration
