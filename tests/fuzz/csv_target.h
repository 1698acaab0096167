// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold for any bytes that pretend to be a file: they are read alike in whatever pieces they come; an import accounts
// for every row or stores nothing; a second import changes nothing. A broken promise stops the program.
#pragma once

#include "fuzz/fuzz_bars.h"
#include "integration/connectors/bars_csv.h"
#include "integration/csv_reader.h"

#include <cstdint>

namespace rialto::fuzzing {

class PiecewiseSource final : public integration::ByteSource {
public:
    PiecewiseSource(std::string_view bytes, std::size_t piece) : m_bytes(bytes), m_piece(piece) {}
    Result<std::size_t> read(std::span<char> into) override
    {
        const std::size_t count = std::min({into.size(), m_piece, m_bytes.size()});
        std::copy_n(m_bytes.data(), count, into.data());
        m_bytes.remove_prefix(count);
        return count;
    }

private:
    std::string_view m_bytes;
    std::size_t m_piece;
};

inline std::vector<std::string> recordsOf(std::string_view bytes, std::size_t piece)
{
    PiecewiseSource source(bytes, piece);
    integration::CsvReader reader(source, {}, 4096);
    std::vector<std::string> all;
    for (;;) {
        const auto more = reader.next();
        if (!more) {
            all.push_back(more.error().code);
            return all;
        }
        if (!*more)
            return all;
        all.push_back(std::to_string(reader.row()) + " " + std::to_string(reader.line()) + " " + std::to_string(static_cast<int>(reader.flaw())));
        for (const auto field : reader.fields())
            all.emplace_back(field);
    }
}

inline void runCsvTarget(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (size < 4000) // beyond the limit of a record the pieces decide where it is noticed
        RIALTO_CHECK(recordsOf(bytes, 1 << 20) == recordsOf(bytes, 1 + size % 7), "the pieces of a text change its records");
    integration::ImportOptions options;
    options.fileName = "abc.csv";
    options.zone = "UTC";
    FuzzBarStore bars;
    FuzzTickStore ticks;
    const auto import = [&] {
        PiecewiseSource source(bytes, 1 + size / 3);
        return integration::importBytes(source, options, {bars, &ticks});
    };
    const auto report = import();
    if (!report) {
        RIALTO_CHECK(bars.bars.empty() && ticks.ticks == 0, "a refused file left something behind");
        return;
    }
    RIALTO_CHECK(report->rowsRead == report->accepted + report->rejected, "a row is unaccounted for");
    RIALTO_CHECK(report->totals().inserted == report->accepted, "accepted rows and stored bars differ");
    (void)integration::toJson(*report);
    (void)integration::toText(*report);
    if (report->kind == "bars") {
        const auto again = import();
        RIALTO_CHECK(again.ok() && again->totals().unchanged == report->accepted, "the second import changed something");
    }
}

} // namespace rialto::fuzzing
