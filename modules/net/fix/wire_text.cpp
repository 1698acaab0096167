// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/fix/wire_text.h"

#include <algorithm>

namespace rialto {
namespace fix {

namespace {

constexpr char kSeparator = '\x01';

bool ofSession(int tag)
{
    switch (tag) {
    case 8: case 9: case 10: case 34: case 35: case 49: case 52: case 56: case 43: case 97: case 122: case 89: case 93:
        return true;
    default:
        return false;
    }
}

} // namespace

int numberOf(const std::string& text)
{
    if (text.empty() || text.size() > 9)
        return 0;
    int number = 0;
    for (const char digit : text) {
        if (digit < '0' || digit > '9')
            return 0;
        number = number * 10 + (digit - '0');
    }
    return number;
}

std::string valueOf(const std::string& wire, int tag)
{
    const std::string head = std::to_string(tag) + '=';
    std::size_t at = 0;
    while (at < wire.size()) {
        const std::size_t end = std::min(wire.find(kSeparator, at), wire.size());
        if (wire.compare(at, head.size(), head) == 0)
            return wire.substr(at + head.size(), end - at - head.size());
        at = end + 1;
    }
    return std::string();
}

FixMessage parseWire(const std::string& wire)
{
    FixMessage message;
    std::size_t at = 0;
    while (at < wire.size()) {
        const std::size_t end = std::min(wire.find(kSeparator, at), wire.size());
        const std::size_t equals = wire.find('=', at);
        if (equals < end) {
            const int tag = numberOf(wire.substr(at, equals - at));
            std::string value = wire.substr(equals + 1, end - equals - 1);
            if (tag == 35)
                message.type = value;
            else if (tag == 43)
                message.possDup = value == "Y";
            else if (tag == 97)
                message.possResend = value == "Y";
            if (tag > 0 && !ofSession(tag))
                message.add(tag, std::move(value));
        }
        at = end + 1;
    }
    return message;
}

std::string formatWire(const std::string& beginString, const FixMessage& message)
{
    std::string wire = "8=" + beginString + kSeparator + "9=0" + kSeparator + "35=" + message.type + kSeparator;
    for (const auto& field : message.fields) {
        std::string value = field.value;
        std::replace(value.begin(), value.end(), kSeparator, ' ');
        wire += std::to_string(field.tag) + '=' + value + kSeparator;
    }
    return wire + "10=000" + kSeparator;
}

} // namespace fix
} // namespace rialto
