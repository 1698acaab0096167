// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold for any bytes that pretend to be a statement: an answer comes, the same one each time; a sum that is called
// exact is exact; every fingerprint stands once; the answer can be written down. A broken promise stops the program.
#pragma once

#include "base/check.h"
#include "integration/statements/camt.h"
#include "integration/statements/ibkr_flex.h"
#include "integration/statements/mt940.h"
#include "integration/statements/ofx.h"
#include "integration/statements/parse_statement.h"
#include "integration/statements/qif.h"
#include "integration/statements/statement_check.h"
#include "integration/statements/statement_csv.h"

#include <cstdint>
#include <set>

namespace rialto::fuzzing {

inline void checkStatementFile(integration::StatementFile& file)
{
    using namespace integration;
    std::set<std::string> fingerprints;
    for (const auto& statement : file.statements) {
        if (statement.sum.status == SumStatus::Exact) {
            ExactAmount sum = statement.sum.opening->amount;
            for (const auto& entry : statement.entries)
                if (entry.status == "booked" && !entry.duplicate)
                    sum += entry.amount;
            RIALTO_CHECK(sum == statement.sum.closing->amount, "a sum that is called exact is not");
        }
        for (const auto& entry : statement.entries)
            if (!entry.duplicate)
                RIALTO_CHECK(fingerprints.insert(entry.fingerprint).second, "two entries have one fingerprint");
    }
    RIALTO_CHECK(!toJson(file).empty() && !toText(file).empty(), "a statement can be written down");
}

template <class Parse>
void runStatementTarget(const std::uint8_t* data, std::size_t size, Parse parse)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    auto file = parse(std::string(bytes));
    if (file) {
        integration::finishStatements(*file);
        checkStatementFile(*file);
    } else {
        RIALTO_CHECK(!file.error().code.empty() && !file.error().detail.empty(), "a refusal says what and where");
    }
    auto whole = integration::parseStatement(std::string(bytes));
    auto again = integration::parseStatement(std::string(bytes));
    RIALTO_CHECK(whole.ok() == again.ok(), "the same bytes are read alike");
    if (whole) {
        checkStatementFile(*whole);
        RIALTO_CHECK(integration::toJson(*whole) == integration::toJson(*again), "the same bytes are read alike");
    }
}

inline auto camtParser() { return [](std::string text) { return integration::parseCamt(std::move(text)); }; }
inline auto mt940Parser() { return [](const std::string& text) { return integration::parseMt940(text); }; }
inline auto ofxParser() { return [](const std::string& text) { return integration::parseOfx(text); }; }
inline auto qifParser() { return [](const std::string& text) { return integration::parseQif(text); }; }
inline auto flexParser() { return [](std::string text) { return integration::parseFlex(std::move(text)); }; }
inline auto csvParser() { return [](const std::string& text) { return integration::parseStatementCsv(text, {}); }; }

} // namespace rialto::fuzzing
