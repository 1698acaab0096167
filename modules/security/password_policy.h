// SPDX-License-Identifier: GPL-3.0-or-later
// PasswordPolicy: which new passwords are taken (NIST SP 800-63B-4, 3.1.1.2): at least 15 characters when the password is all
// that a user shows, 8 with a second factor, up to 1024 bytes, every character allowed, no rules of composition, no expiry. Not
// taken is what attackers try first: anything put together from common passwords, runs of the keyboard or the alphabet, one thing
// repeated, or the user's own name. The common ones are resources/security/common_passwords.txt. Pure.
// Errors: security.password-short, security.password-long, security.password-common, security.password-not-utf8.
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace rialto::security {

inline constexpr std::size_t kLeastAlone = 15;
inline constexpr std::size_t kLeastWithSecondFactor = 8;
inline constexpr std::size_t kMostBytes = 1024;

/// `context`: the user's name and the like, which are no secrets.
Result<void> checkNewPassword(std::string_view password, bool secondFactor, const std::vector<std::string>& context = {});

/// One a line, small letters (generated from the resource).
std::string_view commonPasswords();

} // namespace rialto::security
