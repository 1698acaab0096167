// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/matching_engine.h"

#include <set>
#include <utility>

namespace rialto::matching {

namespace {

constexpr std::uint64_t kSnapshotVersion = 0x52494D4500000003ULL;
constexpr std::size_t kHeadWords = 4;
constexpr std::size_t kWordsPerSession = 4;
constexpr std::size_t kWordsPerBook = 4 + kWordsPerSession;
constexpr std::size_t kWordsPerOrder = 3;
constexpr std::size_t kWordsPerTerms = 8;
constexpr std::size_t kWordsPerSpecial = 2 + kWordsPerTerms;
constexpr std::uint32_t kProRataBit = 1;
constexpr std::uint32_t kSplitBit = 2;
constexpr std::size_t kFewOrders = 1024;
constexpr std::size_t kManyOrders = std::size_t{1} << 20U;

std::uint64_t pair(std::uint32_t high, std::uint32_t low)
{
    return std::uint64_t{high} << 32U | low;
}
std::uint64_t pair(Ticks high, std::uint32_t low)
{
    return pair(static_cast<std::uint32_t>(high), low);
}
std::uint32_t high(std::uint64_t word)
{
    return static_cast<std::uint32_t>(word >> 32U);
}
std::uint32_t low(std::uint64_t word)
{
    return static_cast<std::uint32_t>(word);
}
Ticks ticks(std::uint32_t bits)
{
    return static_cast<Ticks>(bits);
}

} // namespace

std::array<std::uint64_t, kWordsPerTerms> packedTerms(const NewOrder& o)
{
    std::uint64_t small = 0;
    const auto put = [&](auto value, unsigned bits) { small = small << bits | static_cast<std::uint64_t>(value); };
    put(o.book, 16);
    put(o.side, 1);
    put(o.kind, 4);
    put(o.timeInForce, 3);
    put(o.selfTrade, 3);
    put(o.triggerOn, 1);
    put(o.pegTo, 1);
    for (const bool flag : {o.postOnly, o.slides, o.allOrNone, o.hidden, o.rests, o.trailInBasisPoints, o.capped, o.slippage.has_value()})
        put(flag, 1);
    return {o.id,
            pair(o.price, o.owner),
            small,
            pair(o.display, o.minimum),
            pair(o.slippage.value_or(0), static_cast<std::uint32_t>(o.trigger)),
            pair(o.trailDistance, static_cast<std::uint32_t>(o.trailStep)),
            pair(o.pegOffset, 0),
            static_cast<std::uint64_t>(o.expiry)};
}

std::optional<NewOrder> unpackedTerms(std::span<const std::uint64_t> words)
{
    NewOrder o;
    std::uint64_t small = words[2];
    const auto get = [&](unsigned bits) {
        const std::uint64_t value = small & ((std::uint64_t{1} << bits) - 1);
        small >>= bits;
        return value;
    };
    const bool bounded = get(1) != 0;
    for (bool* flag : {&o.capped, &o.trailInBasisPoints, &o.rests, &o.hidden, &o.allOrNone, &o.slides, &o.postOnly})
        *flag = get(1) != 0;
    o.pegTo = static_cast<PegTo>(get(1));
    o.triggerOn = static_cast<TriggerOn>(get(1));
    const std::uint64_t selfTrade = get(3);
    const std::uint64_t timeInForce = get(3);
    const std::uint64_t kind = get(4);
    o.side = static_cast<Side>(get(1));
    o.book = static_cast<BookId>(get(16));
    if (small != 0 || selfTrade > static_cast<std::uint64_t>(SelfTrade::Decrement)
        || timeInForce > static_cast<std::uint64_t>(TimeInForce::AtClose) || kind > static_cast<std::uint64_t>(OrderKind::ClosingPrice))
        return std::nullopt;
    o.selfTrade = static_cast<SelfTrade>(selfTrade);
    o.timeInForce = static_cast<TimeInForce>(timeInForce);
    o.kind = static_cast<OrderKind>(kind);
    o.id = words[0];
    o.price = ticks(high(words[1]));
    o.owner = low(words[1]);
    o.display = high(words[3]);
    o.minimum = low(words[3]);
    if (bounded)
        o.slippage = ticks(high(words[4]));
    o.trigger = ticks(low(words[4]));
    o.trailDistance = ticks(high(words[5]));
    o.trailStep = ticks(low(words[5]));
    o.pegOffset = ticks(high(words[6]));
    o.expiry = static_cast<std::int64_t>(words[7]);
    return o;
}

std::array<std::uint64_t, kWordsPerSession> packedSession(const SpecialBook& book)
{
    std::uint64_t small = static_cast<std::uint64_t>(book.phase) << 8U | static_cast<std::uint64_t>(book.guard.action) << 6U;
    unsigned bit = 0;
    for (const bool flag : {book.terms.orders, book.terms.cancels, book.terms.marketOrders, book.terms.auctionOrders, book.guard.reference.has_value()})
        small |= std::uint64_t{flag} << bit++;
    return {small, pair(book.guard.dynamicBasisPoints, book.guard.staticBasisPoints),
            pair(book.guard.reference.value_or(0), static_cast<std::uint32_t>(book.guard.lowest)), pair(book.guard.highest, 0U)};
}

bool unpackSession(std::span<const std::uint64_t> words, SpecialBook& book)
{
    constexpr std::uint32_t kMostBasisPoints = 10'000'000;
    const std::uint64_t small = words[0];
    const std::uint64_t action = small >> 6U & 3U;
    const std::uint64_t phase = small >> 8U;
    if (phase > static_cast<std::uint64_t>(Phase::Closed) || action > static_cast<std::uint64_t>(GuardAction::Hold) || (small & 32U) != 0
        || high(words[1]) > kMostBasisPoints || low(words[1]) > kMostBasisPoints || low(words[3]) != 0)
        return false;
    book.phase = static_cast<Phase>(phase);
    book.terms = {(small & 1U) != 0, (small & 2U) != 0, (small & 4U) != 0, (small & 8U) != 0};
    book.guard.action = static_cast<GuardAction>(action);
    book.guard.dynamicBasisPoints = high(words[1]);
    book.guard.staticBasisPoints = low(words[1]);
    if ((small & 16U) != 0)
        book.guard.reference = ticks(high(words[2]));
    book.guard.lowest = ticks(low(words[2]));
    book.guard.highest = ticks(high(words[3]));
    return true;
}

/// Version, book count, expected orders, entries so far; then for each book its band, flags and last price, its resting and
/// its waiting orders: each side from the best price on, each queue from its head, so that entering them in turn rebuilds
/// every queue; waiting orders by entry. Rare orders carry their terms. Groups come last.
std::vector<std::uint64_t> MatchingEngine::snapshot() const
{
    std::vector<std::uint64_t> words = {kSnapshotVersion, m_books.size(), m_expectedOrders, m_places};
    const auto add = [&](OrderIndex at) {
        const OrderNode& node = m_pool[at];
        words.push_back(node.id);
        words.push_back(pair(node.price, node.open));
        words.push_back(pair(m_pool.owner(at), node.meta));
        if (!node.isRare())
            return;
        const SpecialOrder& special = m_special.at(node.id);
        words.push_back(special.reserve);
        words.push_back(special.place);
        for (const std::uint64_t word : packedTerms(special.order))
            words.push_back(word);
    };
    for (std::size_t b = 0; b < m_books.size(); ++b) {
        const Book& book = m_books[b];
        const SpecialBook& beside = specialBook(static_cast<BookId>(b));
        words.push_back(pair(book.lowest, book.bandWidth));
        words.push_back(pair((beside.proRata ? kProRataBit : 0U) | ((book.rare & kSplit) != 0 ? kSplitBit : 0U), static_cast<std::uint32_t>(book.lastPrice)));
        words.push_back(book.orders - beside.waiting.size());
        words.push_back(beside.waiting.size());
        for (const std::uint64_t word : packedSession(beside))
            words.push_back(word);
        forEachResting(book, Side::Buy, add);
        forEachResting(book, Side::Sell, add);
        for (const auto& [place, id] : beside.waiting)
            add(m_pool.find(id));
    }
    for (const std::uint64_t word : m_groups.packed())
        words.push_back(word);
    return words;
}

std::optional<MatchingEngine> MatchingEngine::restored(std::span<const std::uint64_t> words)
{
    if (words.size() < kHeadWords || words[0] != kSnapshotVersion || words[1] >= 65535)
        return std::nullopt;
    const std::uint64_t books = words[1];
    // What an unknown file expects must not decide how much memory is taken.
    const std::size_t atMost = std::max(kManyOrders, words.size());
    MatchingEngine engine(static_cast<std::uint32_t>(std::min<std::size_t>(low(words[2]), std::max(kFewOrders, words.size()))));
    engine.m_expectedOrders = static_cast<std::uint32_t>(std::min<std::size_t>(low(words[2]), atMost));
    engine.m_places = words[3];
    std::set<std::uint64_t> places;
    words = words.subspan(kHeadWords);
    for (std::uint64_t b = 0; b < books; ++b) {
        if (words.size() < kWordsPerBook || words.size() / kWordsPerOrder < words[2] || words.size() / kWordsPerOrder < words[3])
            return std::nullopt;
        const std::int64_t lowest = ticks(high(words[0]));
        const std::int64_t highest = lowest + low(words[0]);
        if (clampedTicks(lowest) != lowest || clampedTicks(highest) != highest || high(words[1]) > (kProRataBit | kSplitBit))
            return std::nullopt;
        const BookId id = engine.addBook({static_cast<Ticks>(lowest), static_cast<Ticks>(highest)});
        engine.m_books[id].lastPrice = ticks(low(words[1]));
        const bool proRata = (high(words[1]) & kProRataBit) != 0;
        SpecialBook session;
        if (!unpackSession(words.subspan(4, kWordsPerSession), session))
            return std::nullopt;
        if (high(words[1]) != 0 || packedSession(session) != packedSession({})) {
            SpecialBook& beside = engine.openSpecialBook(id);
            beside = std::move(session);
            beside.proRata = proRata;
        }
        if ((high(words[1]) & kSplitBit) != 0 || engine.inCall(id))
            engine.splitSides(id);
        const std::uint64_t resting = words[2];
        const std::uint64_t waiting = words[3];
        words = words.subspan(kWordsPerBook);
        for (std::uint64_t i = 0; i < resting + waiting; ++i) {
            if (words.size() < kWordsPerOrder || low(words[1]) == 0 || engine.m_pool.has(words[0]))
                return std::nullopt;
            const std::uint32_t meta = low(words[2]);
            const Ticks price = ticks(high(words[1]));
            const Lots open = low(words[1]);
            NewOrder order{.id = words[0], .price = price, .quantity = open, .owner = high(words[2]), .book = id,
                           .side = static_cast<Side>(meta & 1U)};
            words = words.subspan(kWordsPerOrder);
            const Book& book = engine.m_books[id];
            if (i < resting && (book.rare & kSplit) == 0 && price != unpricedPrice(order.side)) {
                const OrderIndex front = engine.frontOf(book, opposite(order.side));
                if (front != kNoOrder && !engine.m_pool[front].has(OrderNode::kUnpriced)
                    && (order.side == Side::Buy ? engine.m_pool[front].price <= price : engine.m_pool[front].price >= price))
                    return std::nullopt; // crosses where nothing may
            }
            if ((meta & OrderNode::kRare) == 0) {
                if (i >= resting || clampedTicks(price) != price)
                    return std::nullopt;
                if ((meta & OrderNode::kDay) != 0)
                    order.timeInForce = TimeInForce::Day;
                engine.restAs(engine.m_books[id], {order, 0, 0}, price, open);
                continue;
            }
            if (words.size() < kWordsPerSpecial || words[0] > std::numeric_limits<Lots>::max() - open || words[1] == 0
                || words[1] > engine.m_places || !places.insert(words[1]).second)
                return std::nullopt;
            auto terms = unpackedTerms(words.subspan(2, kWordsPerTerms));
            if (!terms || terms->id != order.id || terms->owner != order.owner || terms->book != id || terms->side != order.side)
                return std::nullopt;
            SpecialOrder special{*terms, static_cast<Lots>(words[0]), words[1]};
            words = words.subspan(kWordsPerSpecial);
            terms->quantity = std::numeric_limits<Lots>::max(); // less may be open by now than the order's minimum
            const bool held = (meta & OrderNode::kHeld) != 0;
            const bool waits = held || matching::waits(terms->kind);
            const bool unpriced = !held && (terms->kind == OrderKind::Market || terms->kind == OrderKind::MarketToLimit);
            if (contradicts(*terms, proRata) || (special.reserve != 0 && terms->display == 0) || waits != (i >= resting)
                || (unpriced ? price != unpricedPrice(order.side) : clampedTicks(price) != price)
                || (terms->kind == OrderKind::ClosingPrice && !held) || (held && (terms->allOrNone || terms->kind == OrderKind::Pegged))
                || (terms->kind == OrderKind::Limit && terms->price != price) || (hasLimit(*terms) && clampedTicks(terms->price) != terms->price))
                return std::nullopt;
            if (waits) {
                if (special.reserve != 0 || clampedTicks(terms->trigger) != terms->trigger)
                    return std::nullopt;
                special.order.quantity = open;
                engine.park(special.order, special.place, held);
            } else {
                engine.restAs(engine.m_books[id], special, price, open);
            }
        }
        engine.updateRare(id);
    }
    if (!engine.restoreGroups(words))
        return std::nullopt;
    return engine;
}

bool MatchingEngine::restoreGroups(std::span<const std::uint64_t> words)
{
    if (!m_groups.restore(words))
        return false;
    for (const auto& [key, group] : m_groups.all()) {
        if (group.book >= m_bookCount || specialBook(group.book).proRata || key > m_places || group.fresh != 0)
            return false;
        std::optional<Side> side; // of linked orders
        for (const GroupMember& member : group.members) {
            const OrderIndex index = m_pool.find(member.terms.id);
            if (index == kNoOrder)
                return false;
            const OrderNode& node = m_pool[index];
            const bool held = node.has(OrderNode::kHeld);
            const bool plain = member.parent ? hasParent(group.kind) && member.held == 0 : fitsGroup(member.terms) && fitsGroup(termsOf(index));
            const bool sameSide = member.parent || !areLinked(group.kind) || side.value_or(node.side()) == node.side();
            if (node.book() != group.book || member.terms.book != group.book || node.side() != member.terms.side
                || m_pool.owner(index) != member.terms.owner || !plain || !sameSide || (held && member.held != 0)
                || member.held > std::numeric_limits<Lots>::max() - openOf(node))
                return false;
            if (!member.parent)
                side = node.side();
        }
        ++openSpecialBook(group.book).groups;
        updateRare(group.book);
    }
    return true;
}

} // namespace rialto::matching
