// SPDX-License-Identifier: GPL-3.0-or-later
// Level-2 books rebuilt from depth messages: a snapshot begins a book, an update sets levels, a size of zero removes one. Ids say
// whether a message is missing: it is stale when it ends before what is known, and there is a gap when it does not follow on.
// Pure; one owner.
#pragma once

#include "integration/harvest.h"
#include "integration/import_options.h"

#include <map>
#include <string>
#include <vector>

namespace rialto::integration {

struct DepthLevel {
    bool bid = false;
    std::string price;
    std::string size;
};

struct DepthMessage {
    std::string symbol;
    Timestamp time;
    bool snapshot = false;
    std::int64_t firstId = 0;   // 0: the source has none
    std::int64_t lastId = 0;
    std::int64_t previousId = -1; // the last id of the message before, where the source tells it
    std::vector<DepthLevel> levels;
};

class DepthBook {
public:
    using Side = std::map<Price, Quantity>;
    void clear()
    {
        bids.clear();
        asks.clear();
    }
    void set(bool bid, Price price, Quantity size);
    Side bids; // best last
    Side asks; // best first
    std::int64_t lastId = 0;
    bool begun = false;
};

/// Replays messages into books and writes the top of each book into the harvest as ticks.
class DepthReplay {
public:
    /// Steps of the books also go to `events` when there is one.
    DepthReplay(Harvest& harvest, std::string source, const ImportOptions* options = nullptr)
        : m_harvest(harvest), m_source(std::move(source)), m_events(options == nullptr ? nullptr : options->events)
    {
    }
    /// One row is one message.
    void take(const DepthMessage& message, const RowPlace& place);
    /// The rows were counted already; levels are sound.
    void apply(const DepthMessage& message, const RowPlace& place);
    /// Says how the books stand at the end.
    void finish();
    /// Why a level cannot be, null when it can.
    static const char* fault(const DepthLevel& level);
    const std::map<std::string, DepthBook, std::less<>>& books() const { return m_books; }

private:
    const char* sequence(const DepthMessage& message, DepthBook& book);
    void tell(const DepthMessage& message) const;
    Harvest& m_harvest;
    std::string m_source;
    market::MarketEventSink* m_events;
    std::map<std::string, DepthBook, std::less<>> m_books;
};

} // namespace rialto::integration
