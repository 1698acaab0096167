// SPDX-License-Identifier: GPL-3.0-or-later
// Masking: personal data as those see it who need to tell persons apart but not to know them, by the rules that are usual in China
// (JR/T 0171-2020 and practice of its banks): the surname, the ends of a number. Pure, any thread; texts are UTF-8, and what is no
// valid UTF-8 is masked whole.
#pragma once

#include <string>
#include <string_view>

namespace rialto::security {

std::string maskName(std::string_view name);          // 欧阳修 -> 欧阳*; 王小明 -> 王**; Ada Example -> A** E******
std::string maskPhone(std::string_view number);       // 13812345678 -> 138****5678; +44 20 7946 0958 keeps the last four digits
std::string maskIdCard(std::string_view number);      // 11010519491231002X -> 110105********002X
std::string maskBankCard(std::string_view number);    // 6222 0212 3456 7890 -> 6222 02** **** 7890
std::string maskIban(std::string_view iban);          // DE89370400440532013000 -> DE89**************3000
std::string maskEmail(std::string_view address);      // ada@example.com -> a**@example.com

/// In a running text (a log, a memo): e-mails, IBANs and Chinese ID cards with a right check digit, cards that pass Luhn's test and
/// Chinese mobile numbers. Names cannot be told from other words and stay.
std::string maskText(std::string_view text);

} // namespace rialto::security
