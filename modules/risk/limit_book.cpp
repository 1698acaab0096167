// SPDX-License-Identifier: GPL-3.0-or-later
#include "risk/limit_book.h"

#include <algorithm>
#include <limits>

namespace rialto {

namespace {

constexpr std::array<std::string_view, kLimitScopes> kScopes{"firm", "user", "account", "client", "instrument"};
constexpr std::array<std::string_view, kLimitKinds> kKinds{"size", "notional", "day-notional", "rate", "collar", "position",
    "position-value", "concentration", "loss", "open-orders", "short", "duplicate"};
constexpr std::array<std::string_view, kLimitKinds> kCodes{"risk.limit-size", "risk.limit-notional", "risk.limit-day-notional", "risk.limit-rate",
    "risk.limit-collar", "risk.limit-position", "risk.limit-position-value", "risk.limit-concentration", "risk.limit-loss", "risk.limit-open-orders",
    "risk.limit-short", "risk.limit-duplicate"};
constexpr std::int64_t kLargest = 1'000'000'000'000'000;
constexpr std::size_t kMostRemembered = 100'000;
constexpr std::int64_t kLongestMemory = 3600 * kNanosPerSecond; // of identical orders

// Sums of a day end at what 64 bits hold instead of leaving them.
std::int64_t addClamped(std::int64_t left, std::int64_t right)
{
    constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
    if (right > 0 && left > kMost - right)
        return kMost;
    if (right < 0 && left < -kMost - right)
        return -kMost;
    return left + right;
}

std::string fingerprint(const OrderRequest& request)
{
    return std::to_string(request.account.value) + "/" + std::to_string(request.instrument.value) + (request.side == Side::Buy ? "b" : "s")
        + std::to_string(static_cast<int>(request.type)) + "/" + std::to_string(request.quantity.raw()) + "/" + std::to_string(request.limit.raw())
        + "/" + std::to_string(request.terms.trigger.raw());
}

std::int64_t wholeMajor(const Money& money, bool up)
{
    const auto whole = divideRounded(money.minor(), money.currency().minorPerMajor(), up ? Rounding::Ceiling : Rounding::Floor);
    return static_cast<std::int64_t>(whole);
}

// Whole units, a part counted as one more.
std::int64_t wholeUnits(Quantity quantity) { return static_cast<std::int64_t>(divideRounded(quantity.raw(), kFixedOne, Rounding::Ceiling)); }

Quantity after(const OrderRequest& request, Quantity position)
{
    return request.side == Side::Buy ? position + request.quantity : position - request.quantity;
}

} // namespace

std::string_view name(LimitScope scope) { return kScopes[static_cast<std::size_t>(scope)]; }
std::string_view name(LimitKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

std::string_view unitOf(LimitKind kind)
{
    switch (kind) {
    case LimitKind::Size:
    case LimitKind::Position:
    case LimitKind::Short: return "quantity";
    case LimitKind::Notional:
    case LimitKind::DayNotional:
    case LimitKind::PositionValue:
    case LimitKind::Loss: return "money";
    case LimitKind::Rate:
    case LimitKind::OpenOrders: return "orders";
    case LimitKind::Collar:
    case LimitKind::Concentration: return "per mille";
    case LimitKind::Duplicate: return "seconds";
    }
    return "";
}

std::string LimitKey::text() const
{
    std::string out(name(scope));
    if (scope != LimitScope::Firm)
        out += ":" + subject;
    return out + ":" + std::string(name(kind));
}

Result<LimitKey> LimitKey::parse(std::string_view text)
{
    LimitKey key;
    const auto first = text.find(':');
    const auto last = text.rfind(':');
    const auto scope = std::find(kScopes.begin(), kScopes.end(), text.substr(0, first));
    const auto kind = last == std::string_view::npos ? kKinds.end() : std::find(kKinds.begin(), kKinds.end(), text.substr(last + 1));
    const bool firm = scope == kScopes.begin();
    if (scope == kScopes.end() || kind == kKinds.end() || firm != (first == last) || text.size() > 200)
        return invalid("risk.limit-unknown", std::string(text.substr(0, 80)));
    key.scope = static_cast<LimitScope>(scope - kScopes.begin());
    key.kind = static_cast<LimitKind>(kind - kKinds.begin());
    if (!firm)
        key.subject = std::string(text.substr(first + 1, last - first - 1));
    if (!firm && key.subject.empty())
        return invalid("risk.limit-unknown", std::string(text.substr(0, 80)));
    return key;
}

Result<void> LimitBook::set(const LimitKey& key, std::optional<std::int64_t> value)
{
    if (value && (*value < 0 || *value > kLargest))
        return invalid("risk.limit-value", std::to_string(*value));
    if (value && key.kind == LimitKind::Duplicate && *value > kLongestMemory / kNanosPerSecond) // longer is not remembered
        return invalid("risk.limit-value", std::to_string(*value));
    const Subject subject = key.scope == LimitScope::Firm ? "firm" : std::string(name(key.scope)) + ":" + key.subject;
    m_bySubject[subject].values[static_cast<std::size_t>(key.kind)] = value;
    if (value)
        m_limits[key] = *value;
    else
        m_limits.erase(key);
    return {};
}

void LimitBook::setKill(bool firm, AccountId account, bool on)
{
    if (firm)
        m_killFirm = on;
    else if (on)
        m_killed[account] = true;
    else
        m_killed.erase(account);
}

std::array<LimitBook::Subject, kLimitScopes> LimitBook::subjects(const OrderRequest& request, ClientId client)
{
    return {"firm", "user:" + request.terms.user, "account:" + std::to_string(request.account.value), "client:" + std::to_string(client.value),
        "instrument:" + std::to_string(request.instrument.value)};
}

std::int64_t LimitBook::inLastSecond(const Counter& counter, std::int64_t now)
{
    const auto first = std::upper_bound(counter.recent.begin(), counter.recent.end(), now - kNanosPerSecond);
    return counter.recent.end() - first;
}

void LimitBook::check(const OrderRequest& request, const Instrument& instrument, const RiskTerms& terms, std::vector<Refusal>& refusals) const
{
    if (killed(request.account))
        refusals.push_back({"risk.kill-switch", m_killFirm ? "firm" : "account"});
    if (m_limits.empty())
        return;
    const Currency currency = instrument.spec.currency;
    const Quantity position = after(request, terms.position);
    for (const Subject& subject : subjects(request, terms.client)) {
        const auto found = m_bySubject.find(subject);
        if (found == m_bySubject.end())
            continue;
        const auto counter = m_counters.find(subject);
        const Counter* counts = counter == m_counters.end() ? nullptr : &counter->second;
        for (std::size_t i = 0; i < kLimitKinds; ++i) {
            if (!found->second.values[i])
                continue;
            const std::int64_t limit = *found->second.values[i];
            std::int64_t used = 0;
            switch (static_cast<LimitKind>(i)) {
            case LimitKind::Size: used = wholeUnits(request.quantity); break;
            case LimitKind::Notional: used = wholeMajor(terms.value, true); break;
            case LimitKind::DayNotional: {
                std::int64_t before = 0;
                if (counts != nullptr && counts->day == terms.day)
                    if (const auto sum = counts->dayNotional.find(currency.code()); sum != counts->dayNotional.end())
                        before = sum->second;
                used = wholeMajor(Money(addClamped(before, terms.value.minor()), currency), true);
                break;
            }
            case LimitKind::Rate: used = (counts == nullptr ? 0 : inLastSecond(*counts, terms.now.nanos)) + 1; break;
            case LimitKind::Collar: {
                if (!needsLimit(request.type) || !terms.reference || terms.reference->isZero())
                    continue;
                const std::int64_t reference = terms.reference->raw();
                const std::int64_t through = request.side == Side::Buy ? request.limit.raw() - reference : reference - request.limit.raw();
                used = through <= 0 ? 0 : mulDiv(through, 1000, reference < 0 ? -reference : reference, Rounding::Up).value_or(kLargest);
                break;
            }
            case LimitKind::Position: used = position.abs() > terms.position.abs() ? wholeUnits(position.abs()) : 0; break;
            case LimitKind::PositionValue:
                used = position.abs() > terms.position.abs() ? wholeMajor(terms.positionValueAfter, true) : 0;
                break;
            case LimitKind::Concentration: {
                if (position.abs() <= terms.position.abs())
                    continue;
                const std::int64_t equity = terms.equity.minor();
                used = equity <= 0 ? kLargest : mulDiv(terms.positionValueAfter.minor(), 1000, equity, Rounding::Up).value_or(kLargest);
                break;
            }
            case LimitKind::Loss: used = terms.dayResult.isNegative() ? wholeMajor(-terms.dayResult, true) : 0; break;
            case LimitKind::OpenOrders: used = (counts == nullptr ? 0 : counts->open) + 1; break;
            case LimitKind::Short: used = position.isNegative() ? wholeUnits(-position) : 0; break;
            case LimitKind::Duplicate: {
                const auto same = m_lastSame.find(fingerprint(request));
                if (same != m_lastSame.end() && same->second.last != 0 && terms.now.nanos - same->second.last < limit * kNanosPerSecond)
                    refusals.push_back({"risk.limit-duplicate", subject + " within " + std::to_string(limit) + " s"});
                continue;
            }
            }
            if (used > limit)
                refusals.push_back({std::string(kCodes[i]), subject + " limit " + std::to_string(limit) + ", would be " + std::to_string(used)});
        }
    }
}

void LimitBook::addToDay(const Subject& subject, const Money& value, Timestamp time)
{
    Counter& counter = m_counters[subject];
    const Date day = Date::ofUtc(time);
    if (counter.day < day) {
        counter.day = day;
        counter.dayNotional.clear();
    }
    if (counter.day == day && value.currency().valid()) {
        std::int64_t& sum = counter.dayNotional[value.currency().code()];
        sum = addClamped(sum, value.minor());
    }
}

void LimitBook::onTraded(const Order& order, ClientId client, const Money& value, Timestamp time)
{
    if (!needsLimit(order.request.type))
        for (const Subject& subject : subjects(order.request, client))
            addToDay(subject, value, time);
}

void LimitBook::onRefused(const Order& order, ClientId client, const Money& value)
{
    for (const Subject& subject : subjects(order.request, client)) {
        if (needsLimit(order.request.type))
            addToDay(subject, -value, order.createdAt);
        auto& recent = m_counters[subject].recent;
        if (!recent.empty() && recent.back() == order.createdAt.nanos)
            recent.pop_back();
    }
    const auto same = m_lastSame.find(fingerprint(order.request));
    if (same != m_lastSame.end() && same->second.last == order.createdAt.nanos)
        same->second.last = same->second.before;
}

void LimitBook::onEntered(const Order& order, ClientId client, const Money& value)
{
    for (const Subject& subject : subjects(order.request, client)) {
        if (needsLimit(order.request.type))
            addToDay(subject, value, order.createdAt);
        Counter& counter = m_counters[subject];
        ++counter.open;
        counter.recent.push_back(order.createdAt.nanos);
        while (!counter.recent.empty() && counter.recent.front() <= order.createdAt.nanos - kNanosPerSecond)
            counter.recent.pop_front();
    }
    const std::string same = fingerprint(order.request);
    Same& times = m_lastSame[same];
    times = {order.createdAt.nanos, times.last};
    m_sameInTime.emplace_back(order.createdAt.nanos, same);
    while (!m_sameInTime.empty() && (m_sameInTime.size() > kMostRemembered || m_sameInTime.front().first < order.createdAt.nanos - kLongestMemory)) {
        const auto it = m_lastSame.find(m_sameInTime.front().second);
        if (it != m_lastSame.end() && it->second.last <= m_sameInTime.front().first)
            m_lastSame.erase(it);
        m_sameInTime.pop_front();
    }
}

void LimitBook::onDone(const Order& order, ClientId client)
{
    for (const Subject& subject : subjects(order.request, client))
        --m_counters[subject].open;
}

std::vector<LimitUsage> LimitBook::usage(Timestamp now, Date day) const
{
    std::vector<LimitUsage> rows;
    for (const auto& [key, limit] : m_limits) {
        const Subject subject = key.scope == LimitScope::Firm ? "firm" : std::string(name(key.scope)) + ":" + key.subject;
        const auto found = m_counters.find(subject);
        LimitUsage row{key, limit, 0, ""};
        if (found != m_counters.end()) {
            const Counter& counter = found->second;
            if (key.kind == LimitKind::OpenOrders)
                row.used = counter.open;
            else if (key.kind == LimitKind::Rate)
                row.used = inLastSecond(counter, now.nanos);
            else if (key.kind == LimitKind::DayNotional && counter.day == day) {
                for (const auto& [code, minor] : counter.dayNotional) {
                    const auto currency = Currency::parse(code);
                    if (currency)
                        rows.push_back({key, limit, wholeMajor(Money(minor, *currency), true), code});
                }
                if (!counter.dayNotional.empty())
                    continue;
            }
        }
        rows.push_back(row);
    }
    return rows;
}

} // namespace rialto
