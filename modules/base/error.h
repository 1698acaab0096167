// SPDX-License-Identifier: GPL-3.0-or-later
// Error: an expected failure as data. `code` is "module.reason" and selects the sentence shown to the user in their
// language; `detail` carries the facts (row, file, value) and is never a secret. Any thread.
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace rialto {

enum class ErrorKind {
    Invalid,     // the input is wrong; the same call will fail again
    NotFound,    // what was named does not exist
    Conflict,    // exists already, or was changed by someone else
    Refused,     // a rule or permission says no
    Unavailable, // disk, network or another program; may work later
    Corrupt      // stored data contradicts itself
};

std::string_view name(ErrorKind kind);

struct Error {
    ErrorKind kind = ErrorKind::Invalid;
    std::string code;
    std::string detail;

    /// "code: detail", for consoles and logs.
    std::string text() const { return detail.empty() ? code : code + ": " + detail; }
    friend bool operator==(const Error&, const Error&) = default;
};

inline Error invalid(std::string code, std::string detail = {})
{
    return {ErrorKind::Invalid, std::move(code), std::move(detail)};
}
inline Error notFound(std::string code, std::string detail = {})
{
    return {ErrorKind::NotFound, std::move(code), std::move(detail)};
}
inline Error conflict(std::string code, std::string detail = {})
{
    return {ErrorKind::Conflict, std::move(code), std::move(detail)};
}
inline Error refused(std::string code, std::string detail = {})
{
    return {ErrorKind::Refused, std::move(code), std::move(detail)};
}
inline Error unavailable(std::string code, std::string detail = {})
{
    return {ErrorKind::Unavailable, std::move(code), std::move(detail)};
}
inline Error corrupt(std::string code, std::string detail = {})
{
    return {ErrorKind::Corrupt, std::move(code), std::move(detail)};
}

} // namespace rialto
