// SPDX-License-Identifier: GPL-3.0-or-later
// csv_import [rows]: what reading a CSV of daily-like OHLCV costs, in processor time, so that other work on the machine does
// not count. In one run, over the same bytes: a scan for line ends with memchr (the floor), splitting into cells, exact
// decimals and checks without a store, and the whole import into a durable SQLite store; then reading all bars back.
#include "integration/connectors/bars_csv.h"
#include "integration/csv_reader.h"
#include "integration/row_decoder.h"
#include "storage/book.h"
#include "storage/sqlite_bar_store.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>

using namespace rialto;
using namespace rialto::integration;

namespace {

double cpuSeconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

std::string makeText(std::int64_t rows)
{
    std::string text = "time,open,high,low,close,volume\n";
    std::uint32_t state = 1;
    std::int64_t price = 10'000;
    char line[128];
    for (std::int64_t i = 0; i < rows; ++i) {
        state = state * 1664525U + 1013904223U;
        price = std::max<std::int64_t>(price + (state >> 16) % 21 - 10, 5000);
        const std::int64_t high = price + (state >> 20) % 7;
        const std::int64_t low = price - (state >> 22) % 7;
        const int size = std::snprintf(line, sizeof line, "%lld,%lld.%02lld,%lld.%02lld,%lld.%02lld,%lld.%02lld,%u\n",
            static_cast<long long>(1'000'000'020'000 + i * 60'000), static_cast<long long>(price / 100), static_cast<long long>(price % 100),
            static_cast<long long>(high / 100), static_cast<long long>(high % 100), static_cast<long long>(low / 100), static_cast<long long>(low % 100),
            static_cast<long long>(price / 100), static_cast<long long>(price % 100), (state >> 12) % 100'000);
        text.append(line, static_cast<std::size_t>(size));
    }
    return text;
}

void tell(const char* what, double seconds, std::int64_t rows, std::size_t bytes)
{
    std::printf("%-28s %8.3f s  %7.2f million rows/s  %7.0f MB/s\n", what, seconds, static_cast<double>(rows) / seconds / 1e6,
        static_cast<double>(bytes) / seconds / 1e6);
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const std::int64_t rows = argc > 1 ? std::atoll(argv[1]) : 5'000'000;
    const std::string text = makeText(rows);

    double start = cpuSeconds();
    std::int64_t lines = 0;
    for (const char* at = text.data(); (at = static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(text.data() + text.size() - at)))) != nullptr; ++at)
        ++lines;
    tell("memchr for line ends", cpuSeconds() - start, lines - 1, text.size());

    start = cpuSeconds();
    std::size_t cells = 0;
    {
        MemorySource source(text);
        CsvReader reader(source, {});
        while (*reader.next())
            cells += reader.fields().size();
    }
    tell("split into cells", cpuSeconds() - start, rows, text.size());

    ImportOptions options;
    options.fileName = "bench.csv";
    start = cpuSeconds();
    std::int64_t good = 0;
    {
        const auto layout = *planLayout(std::string_view(text).substr(0, 1 << 18), false, options);
        MemorySource source(text);
        CsvReader reader(source, layout.dialect);
        RowDecoder decoder(layout, options);
        Bar bar;
        (void)*reader.next();
        while (*reader.next())
            good += decoder.bar(reader.fields(), reader.flaw(), bar) ? 1 : 0;
    }
    tell("exact decimals and checks", cpuSeconds() - start, good, text.size());

    QTemporaryDir dir;
    auto book = *storage::Book::open(dir.path().toStdString());
    storage::SqliteBarStore store(*book->connectMarket());
    start = cpuSeconds();
    MemorySource source(text);
    const auto report = importBytes(source, options, {store, nullptr});
    tell("import, durable in SQLite", cpuSeconds() - start, report ? report->accepted : 0, text.size());

    start = cpuSeconds();
    const auto bars = store.read({"BENCH", BarInterval::Minute, "csv"});
    tell("read back", cpuSeconds() - start, bars ? static_cast<std::int64_t>(bars->size()) : 0, text.size());
    std::printf("store: %.2f bytes a bar; cells %zu\n", static_cast<double>(QFileInfo(dir.filePath("market.db")).size()) / static_cast<double>(rows), cells);
    return report && good == rows && bars && static_cast<std::int64_t>(bars->size()) == rows ? 0 : 1;
}
