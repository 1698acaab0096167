// SPDX-License-Identifier: GPL-3.0-or-later
// RIALTO_CHECK(condition, "sentence"): a broken invariant is a bug, and money is at stake: stop at once, in release too.
// For failures that a user or the outside world can cause, return a Result instead (base/result.h).
#pragma once

namespace rialto {

[[noreturn]] void checkFailed(const char* condition, const char* sentence, const char* file, int line) noexcept;

} // namespace rialto

#define RIALTO_CHECK(condition, sentence)                                                                              \
    (static_cast<bool>(condition) ? static_cast<void>(0)                                                              \
                                  : ::rialto::checkFailed(#condition, sentence, __FILE__, __LINE__))
