// SPDX-License-Identifier: GPL-3.0-or-later
// Messages: the sentence a person reads for a code "module.reason" and its detail: what happened, with the facts, and what
// to do next, in the language of the screens. View models call it for refusals, errors and alerts; nothing else words them.
// Pure apart from the installed translation; GUI thread. A test greps modules/ for codes that have no sentence here.
//
// Facts are read from the detail as the modules write it, "needed 1000.00 USD, available 900.00 USD": a fact's name is the
// words before its first digit. A sentence whose facts are not all there falls back to its short form.
#pragma once

#include "base/error.h"
#include "risk/gate.h"

#include <QString>
#include <QStringList>

#include <string_view>
#include <vector>

namespace rialto {

namespace messages {

struct Row {
    const char* code;
    const char* withFacts;   // "Not enough cash: {needed} needed, ..."; empty: there is no longer form. {detail} is all of it
    const char* plain;       // never empty
    const char* advice;      // what to do next; may be empty
};

/// Every code that has a sentence, sorted by code.
const std::vector<Row>& table();

/// 1234567.5 USD -> 1,234,567.5 USD: groups the digits of each number that stands alone.
QString grouped(const QString& text);

} // namespace messages

bool hasMessage(std::string_view code);
/// An unknown code gives a sentence that names it, so that nothing is ever silent.
QString message(std::string_view code, std::string_view detail = {});
inline QString message(const Refusal& refusal) { return message(refusal.code, refusal.detail); }
inline QString message(const Error& error) { return message(error.code, error.detail); }
QStringList messageLines(const std::vector<Refusal>& refusals);
/// Without the advice, for a cell of a table.
QString shortMessage(std::string_view code, std::string_view detail = {});

} // namespace rialto
