// SPDX-License-Identifier: GPL-3.0-or-later
// matching_stream FILE [PASSES]: replays a MEVS0001 event stream (shared/matching/FORMAT.md) through the matching engine,
// every event delivered to a handler that writes it down, and prints one line of checksums and times. ns_per_event is the
// median of PASSES (5) by CPU time; the percentiles come from a pass of its own, with a timer around each event.
// Exit code 1 when the checksums differ from the header, 2 when the file cannot be read.
#include "matching/matching_engine.h"

#include <algorithm>
#include <bit>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#ifdef __unix__
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#endif
#if defined(__x86_64__) && defined(__GNUC__)
#include <x86intrin.h>
#endif

using namespace rialto::matching;

namespace {

struct Sums {
    std::uint64_t trades = 0;
    std::uint64_t quantity = 0;
    std::uint64_t notional = 0;
    std::uint64_t hash = 0;

    void add(const Trade& t)
    {
        const auto price = static_cast<std::uint64_t>(std::int64_t{t.price});
        ++trades;
        quantity += t.quantity;
        notional += price * t.quantity;
        const std::uint64_t word = t.maker * 0x9E3779B97F4A7C15ULL + t.taker * 0xC2B2AE3D27D4EB4FULL
                                   + price * 0x165667B19E3779F9ULL + t.quantity;
        hash = (std::rotl(hash, 5) ^ word) * 0x9FB21C651E98DF25ULL;
    }
    bool operator==(const Sums&) const = default;
};

struct Header {
    char magic[8];
    std::uint32_t version;
    std::uint32_t recordSize;
    std::uint64_t events;
    std::uint64_t tail;
    std::uint32_t symbols;
    std::uint32_t orders;
    std::int32_t lowest;
    std::int32_t highest;
    std::uint64_t seed;
    Sums timed;
    Sums all;
    std::uint32_t maxLive;
    std::uint32_t maxLevels;
    std::uint64_t counts[6];
    std::uint64_t stale;
    char name[16];
    char unused[56];
};
static_assert(sizeof(Header) == 256);

struct Record {
    std::uint64_t id;
    std::uint64_t newId;
    std::int32_t price;
    std::uint32_t quantity;
    std::uint32_t ordinal;
    std::uint16_t symbol;
    std::uint8_t type;
    std::uint8_t side;
};
static_assert(sizeof(Record) == 32);
enum RecordType : std::uint8_t { New, Immediate, MarketOrder, Cancel, Reduce, ReplaceOrder };

/// The file, every page of it in memory before the clock starts.
class Stream {
public:
    bool open(const char* path)
    {
#ifdef __unix__
        const int file = ::open(path, O_RDONLY);
        struct stat status {};
        if (file < 0 || fstat(file, &status) != 0 || status.st_size < static_cast<off_t>(sizeof(Header)))
            return false;
        m_bytes = static_cast<std::size_t>(status.st_size);
        void* mapped = mmap(nullptr, m_bytes, PROT_READ, MAP_SHARED, file, 0);
        close(file);
        if (mapped == MAP_FAILED)
            return false;
        m_data = static_cast<const char*>(mapped);
#else
        std::ifstream file(path, std::ios::binary);
        m_copy.assign(std::istreambuf_iterator<char>(file), {});
        m_data = m_copy.data();
        m_bytes = m_copy.size();
        if (m_bytes < sizeof(Header))
            return false;
#endif
        std::memcpy(&m_header, m_data, sizeof m_header);
        if (std::memcmp(m_header.magic, "MEVS0001", 8) != 0 || m_header.recordSize != sizeof(Record)
            || (m_bytes - sizeof(Header)) / sizeof(Record) < m_header.events + m_header.tail)
            return false;
        volatile char touched = 0;
        for (std::size_t at = 0; at < m_bytes; at += 4096)
            touched = m_data[at];
        static_cast<void>(touched);
        return true;
    }
    const Header& header() const { return m_header; }
    const Record* begin() const { return static_cast<const Record*>(static_cast<const void*>(m_data + sizeof(Header))); }
    const Record* timedEnd() const { return begin() + m_header.events; }
    const Record* end() const { return timedEnd() + m_header.tail; }

private:
    Header m_header{};
    const char* m_data = nullptr;
    std::size_t m_bytes = 0;
    std::vector<char> m_copy;
};

/// Keeps the checksums, and writes every event down as a gateway would for the one who sends the reports.
class Recorder : public MatchingHandler {
public:
    Sums sums;

    void onAccepted(const Accepted& e) { write(1, e.id, 0, e.price, e.quantity, e.owner, 0, e.book, static_cast<unsigned>(e.side)); }
    void onRejected(const Rejected& e) { write(2, e.id, 0, 0, 0, 0, 0, e.book, static_cast<unsigned>(e.reason)); }
    void onTrade(const Trade& e)
    {
        write(3, e.maker, e.taker, e.price, e.quantity, e.makerRemaining, e.takerRemaining, e.book,
              static_cast<unsigned>(e.takerSide));
        sums.add(e);
    }
    void onCancelled(const Cancelled& e)
    {
        write(4, e.id, 0, e.price, e.quantity, static_cast<std::uint32_t>(e.reason), 0, e.book, static_cast<unsigned>(e.side));
    }
    void onReduced(const Reduced& e) { write(5, e.id, 0, e.price, e.remaining, 0, 0, e.book, static_cast<unsigned>(e.side)); }
    void onReplaced(const Replaced& e)
    {
        write(6, e.oldId, e.newId, e.price, e.quantity, e.keptPlace ? 1 : 0, 0, e.book, static_cast<unsigned>(e.side));
    }

private:
    struct Report {
        std::uint64_t first;
        std::uint64_t second;
        std::int32_t price;
        std::uint32_t numbers[3];
        std::uint32_t bookKindSide;
    };

    void write(unsigned kind, OrderId first, OrderId second, Ticks price, std::uint32_t a, std::uint32_t b, std::uint32_t c,
               BookId book, unsigned side)
    {
        Report& report = m_reports[m_count++ % kReports];
        report.first = first;
        report.second = second;
        report.price = price;
        report.numbers[0] = a;
        report.numbers[1] = b;
        report.numbers[2] = c;
        report.bookKindSide = std::uint32_t{book} << 16U | kind << 8U | side;
    }

    static constexpr std::uint32_t kReports = 1024;
    Report m_reports[kReports] = {};
    std::uint32_t m_count = 0;
};

inline void apply(MatchingEngine& engine, const Record& r, Recorder& recorder)
{
    switch (r.type) {
    case New:
    case Immediate:
    case MarketOrder:
        engine.submit({r.id, r.price, r.quantity, 0, r.symbol, static_cast<Side>(r.side),
                       r.type == MarketOrder ? OrderKind::Market : OrderKind::Limit,
                       r.type == Immediate ? TimeInForce::ImmediateOrCancel : TimeInForce::GoodTillCancel},
                      recorder);
        break;
    case Cancel:
        engine.cancel(r.id, recorder);
        break;
    case Reduce:
        engine.reduce(r.id, r.quantity, recorder);
        break;
    case ReplaceOrder:
        engine.replace({r.id, r.newId, r.price, r.quantity, QueuePlace::GiveUp}, recorder);
        break;
    default:
        break;
    }
}

void replay(MatchingEngine& engine, const Record* at, const Record* end, Recorder& recorder)
{
    // A file is a queue: what comes is known a little ahead.
    constexpr std::uint32_t kFewOrders = 20'000;
    for (; end - at > 12; ++at) {
        if (engine.liveOrders() > kFewOrders) {
            engine.prefetchSoon(at[12].id);
            engine.prefetchNext(at[8].id);
            const Record& target = at[4];
            if (target.type >= Cancel)
                engine.prefetchTarget(target.id);
            if (target.type != Cancel)
                engine.prefetchPrice(target.symbol, target.price);
        }
        apply(engine, *at, recorder);
    }
    for (; at != end; ++at)
        apply(engine, *at, recorder);
}

MatchingEngine engineFor(const Header& header)
{
    MatchingEngine engine(header.maxLive);
    for (std::uint32_t symbol = 0; symbol < header.symbols; ++symbol)
        engine.addBook();
    return engine;
}

double cpuNanoseconds()
{
#ifdef __unix__
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e9 + static_cast<double>(now.tv_nsec);
#else
    return static_cast<double>(std::clock()) * (1e9 / CLOCKS_PER_SEC);
#endif
}

std::uint64_t timerTicks()
{
#if defined(__x86_64__) && defined(__GNUC__)
    unsigned core = 0;
    return __rdtscp(&core);
#else
    return static_cast<std::uint64_t>(std::chrono::steady_clock::now().time_since_epoch().count());
#endif
}

double nanosecondsPerTick()
{
    const auto wallStart = std::chrono::steady_clock::now();
    const std::uint64_t start = timerTicks();
    std::chrono::nanoseconds wall{};
    while (wall < std::chrono::milliseconds(50))
        wall = std::chrono::steady_clock::now() - wallStart;
    return static_cast<double>(wall.count()) / static_cast<double>(timerTicks() - start);
}

long peakMegabytes()
{
#ifdef __unix__
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
#else
    return 0;
#endif
}

} // namespace

int main(int argc, char** argv)
{
    Stream stream;
    if (argc < 2 || !stream.open(argv[1])) {
        std::fprintf(stderr, "matching_stream: %s is not a readable MEVS0001 stream\n", argc < 2 ? "(no file)" : argv[1]);
        return 2;
    }
    const Header& header = stream.header();
    const int passes = argc > 2 ? std::max(1, std::atoi(argv[2])) : 5;

    bool equal = true;
    Sums timed;
    Sums all;
    std::vector<double> times;
    for (int pass = 0; pass < passes; ++pass) {
        MatchingEngine engine = engineFor(header);
        const auto recorder = std::make_unique<Recorder>();
        const double start = cpuNanoseconds();
        replay(engine, stream.begin(), stream.timedEnd(), *recorder);
        times.push_back((cpuNanoseconds() - start) / static_cast<double>(header.events));
        timed = recorder->sums;
        replay(engine, stream.timedEnd(), stream.end(), *recorder);
        all = recorder->sums;
        equal = equal && timed == header.timed && all == header.all;
    }
    std::sort(times.begin(), times.end());
    const long peak = peakMegabytes();

    std::vector<std::uint32_t> latencies(header.events);
    {
        MatchingEngine engine = engineFor(header);
        const auto recorder = std::make_unique<Recorder>();
        for (std::size_t i = 0; i < header.events; ++i) {
            const std::uint64_t start = timerTicks();
            apply(engine, stream.begin()[i], *recorder);
            latencies[i] = static_cast<std::uint32_t>(timerTicks() - start);
        }
    }
    const double scale = nanosecondsPerTick();
    const auto percentile = [&](double share) {
        if (latencies.empty())
            return 0.0;
        const auto at = latencies.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(latencies.size() - 1));
        std::nth_element(latencies.begin(), at, latencies.end());
        return *at * scale;
    };
    const std::string name(header.name, strnlen(header.name, sizeof header.name));
    std::printf("engine=rialto stream=%s events=%llu trades=%llu qty=%llu notional=%llu hash=%016llx hash_all=%016llx "
                "ns_per_event=%.1f p50=%.0f p99=%.0f p999=%.0f peak_rss_mb=%ld\n",
                name.c_str(), static_cast<unsigned long long>(header.events), static_cast<unsigned long long>(timed.trades),
                static_cast<unsigned long long>(timed.quantity), static_cast<unsigned long long>(timed.notional),
                static_cast<unsigned long long>(timed.hash), static_cast<unsigned long long>(all.hash),
                times[times.size() / 2], percentile(0.5), percentile(0.99), percentile(0.999), peak);
    if (!equal)
        std::fprintf(stderr, "matching_stream: the checksums differ from the header\n");
    return equal ? 0 : 1;
}
