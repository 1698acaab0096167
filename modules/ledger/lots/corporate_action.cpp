// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/lots/corporate_action.h"

#include "domain/fixed.h"

#include <algorithm>
#include <cstdlib>

namespace rialto {

namespace {

constexpr std::int64_t kMostActionUnits = 4'000'000'000'000'000'000;

// x of an amount in the lots' currency at the event's rate; the callers have bounded both.
std::int64_t atRate(const ExactDecimal& rate, std::int64_t amount, int places)
{
    const auto value = rate.times(amount, places, places, Rounding::HalfEven);
    RIALTO_CHECK(value.has_value(), "an amount at its exchange rate overflows");
    return *value;
}

class ActionRun {
public:
    ActionRun(const std::vector<Lot>& lots, const CorporateAction& action, int places, int years)
        : m_action(action), m_event(action.event), m_places(places), m_years(years)
    {
        m_out.before = lots;
        m_out.after = lots;
        std::stable_sort(m_out.after.begin(), m_out.after.end(),
            [](const Lot& a, const Lot& b) { return a.acquired != b.acquired ? a.acquired < b.acquired : a.sequence < b.sequence; });
    }

    Result<ActionOutcome> run()
    {
        if (m_out.before.empty())
            return invalid("lots.nothing-held", m_event.symbol + " is not held on " + m_event.date.text());
        Result<void> done;
        switch (m_event.action) {
        case LotAction::Split: done = rescale(m_out.after, m_event.ratio, m_event.symbol); break;
        case LotAction::Bonus:
        case LotAction::StockDividend: done = bonus(); break;
        case LotAction::SpinOff:
        case LotAction::Rights: done = spinOff(); break;
        case LotAction::Merger: done = merger(); break;
        case LotAction::ReturnOfCapital: done = payOut(m_event.price.value_or(ExactDecimal{}), std::nullopt); break;
        case LotAction::TickerChange: done = rename(); break;
        case LotAction::Delist: done = sellAll(m_event.price.value_or(ExactDecimal{})); break;
        default: done = invalid("lots.action-unknown", std::string(name(m_event.action)) + " is no corporate action"); break;
        }
        if (!done)
            return done.error();
        if (m_action.wholeShares)
            if (const auto whole = payFractions(); !whole)
                return whole.error();
        std::erase_if(m_out.after, [](const Lot& lot) { return lot.quantity == 0 && lot.amounts == LotAmounts{}; });
        sum();
        return std::move(m_out);
    }

private:
    void leg(ActionLeg::Kind kind, const std::string& symbol, std::int64_t quantity, std::int64_t amount)
    {
        m_out.legs.push_back({kind, symbol, quantity, amount});
    }
    static std::int64_t total(const std::vector<Lot>& lots)
    {
        std::int64_t sum = 0;
        for (const Lot& lot : lots)
            sum = addChecked(sum, lot.quantity);
        return sum;
    }
    // The running sum is scaled and rounded, each lot gets the difference. The signs of long and short lots run apart.
    Result<void> rescale(std::vector<Lot>& lots, const std::optional<ShareRatio>& ratio, const std::string& symbol)
    {
        if (!ratio || ratio->numerator <= 0 || ratio->denominator <= 0)
            return invalid("lots.action-ratio", std::string(name(m_event.action)) + " needs a ratio of new to old shares, as 2 or 2:1");
        const std::int64_t before = total(lots);
        std::int64_t sums[2] = {0, 0};
        std::int64_t scaled[2] = {0, 0};
        for (Lot& lot : lots) {
            const int side = lot.quantity < 0 ? 1 : 0;
            sums[side] = addChecked(sums[side], lot.size());
            const auto now = mulDiv(sums[side], ratio->numerator, ratio->denominator, Rounding::HalfEven);
            if (!now || *now > kMostActionUnits)
                return invalid("lots.quantity-range", "more shares than can be counted");
            const std::int64_t size = *now - scaled[side];
            scaled[side] = *now;
            lot.quantity = side == 1 ? -size : size;
            lot.replaces = std::min(mulDiv(lot.replaces, ratio->numerator, ratio->denominator, Rounding::HalfEven).value_or(size), size);
            if (size > 0)
                lot.price = unitPrice(lot.amounts.cost, lot.quantity, m_places);
        }
        // Shares too small to be counted would leave a basis without a share: it goes to a lot that has some.
        for (Lot& lot : lots)
            if (lot.quantity == 0) {
                const auto heir = std::find_if(lots.begin(), lots.end(), [](const Lot& each) { return each.quantity != 0; });
                if (heir == lots.end())
                    return invalid("lots.action-ratio", "the ratio leaves no share");
                heir->amounts += lot.amounts;
                lot.amounts = {};
            }
        leg(ActionLeg::Kind::SharesOut, m_event.symbol, -before, 0);
        leg(ActionLeg::Kind::SharesIn, symbol, total(lots), 0);
        return {};
    }
    Result<void> bonus()
    {
        std::optional<ShareRatio> grown;
        if (m_event.ratio) {
            const auto sum = narrow(Int128(m_event.ratio->numerator) + m_event.ratio->denominator);
            if (m_event.ratio->numerator > 0 && sum)
                grown = ShareRatio{*sum, m_event.ratio->denominator};
        } else if (m_event.quantity > 0) {
            const std::int64_t held = total(m_out.after);
            if (held > 0)
                grown = ShareRatio{addChecked(held, m_event.quantity), held};
        }
        return rescale(m_out.after, grown, m_event.symbol);
    }
    Result<void> spinOff()
    {
        if (m_event.target.empty() || m_event.target == m_event.symbol)
            return invalid("lots.action-target", std::string(name(m_event.action)) + " needs the symbol of the new shares");
        const ExactDecimal part = m_event.basisShare.value_or(ExactDecimal{});
        const auto share = part.units(8, Rounding::HalfEven);
        if (!share || *share < 0 || *share > kFixedOne)
            return invalid("lots.action-basis", "the new shares' part of the basis is between 0 and 1, not " + part.text());
        std::vector<Lot> children = m_out.after;
        for (std::size_t i = 0; i < children.size(); ++i) {
            children[i].symbol = m_event.target;
            children[i].amounts = m_out.after[i].amounts.share(*share, kFixedOne);
            children[i].amounts.dividends = 0;
            children[i].replaces = 0;
            m_out.after[i].amounts -= children[i].amounts;
        }
        if (const auto scaled = rescale(children, m_event.ratio, m_event.target); !scaled)
            return scaled.error();
        m_out.legs.erase(m_out.legs.begin()); // the old shares stay
        m_out.after.insert(m_out.after.end(), children.begin(), children.end());
        return {};
    }
    Result<void> merger()
    {
        const ExactDecimal cash = m_event.price.value_or(ExactDecimal{});
        if (!m_event.ratio)
            return cash.isZero() ? Result<void>(invalid("lots.action-ratio", "a merger needs new shares (a ratio), cash (a price), or both")) : sellAll(cash);
        if (m_event.target.empty())
            return invalid("lots.action-target", "a merger for shares needs the symbol of the new shares");
        std::optional<ExactDecimal> worth; // of the new shares, per old share
        if (m_event.fairValue)
            worth = ExactDecimal::quotient(Int128(m_event.fairValue->mantissa) * m_event.ratio->numerator,
                Int128(m_event.ratio->denominator) * ExactDecimal::powerOfTen(m_event.fairValue->places));
        if (!cash.isZero())
            if (const auto paid = payOut(cash, worth); !paid)
                return paid.error();
        for (Lot& lot : m_out.after)
            lot.symbol = m_event.target;
        return rescale(m_out.after, m_event.ratio, m_event.target);
    }
    // Cash per share that uses up basis. Without `worth` no gain before the basis is gone; with it, the smaller of cash and gain.
    Result<void> payOut(const ExactDecimal& cash, const std::optional<ExactDecimal>& worth)
    {
        Disposal disposal = newDisposal(cash);
        std::int64_t all = 0;
        for (Lot& lot : m_out.after) {
            const auto amount = cash.times(lot.quantity, 8, m_places, Rounding::HalfEven);
            const auto kept = worth ? worth->times(lot.quantity, 8, m_places, Rounding::HalfEven) : std::optional<std::int64_t>(0);
            if (!amount || !kept || std::abs(*amount) > kMostActionUnits / 4 || std::abs(*kept) > kMostActionUnits / 4)
                return invalid("lots.amount-range", "the cash is more than can be counted");
            const std::int64_t basis = lot.amounts.basis();
            std::int64_t gain = std::max<std::int64_t>(0, *amount - basis);
            if (worth)
                gain = std::clamp<std::int64_t>(*amount + *kept - basis, 0, std::max<std::int64_t>(0, *amount));
            if (lot.quantity < 0)
                gain = 0; // a short pays: it adds to what was received less
            const auto base = m_event.fxRate.times(*amount, m_places, m_places, Rounding::HalfEven);
            if (!base || std::abs(*base) > kMostActionUnits / 4)
                return invalid("lots.amount-range", "the cash is more than can be counted");
            disposal.matches.push_back(useUp(lot, *amount - gain, *amount, *base));
            all = addChecked(all, *amount);
        }
        leg(ActionLeg::Kind::Cash, "", 0, all);
        m_out.disposals.push_back(std::move(disposal));
        return {};
    }
    LotMatch useUp(Lot& lot, std::int64_t basis, std::int64_t value, std::int64_t baseValue)
    {
        LotMatch match{lot.id, lot.acquired, lot.heldFrom, 0, lot.quantity < 0, lot.price, {}, value, 0, baseValue, 0, 0, 0, 0, {}, {}, 0, false};
        const std::int64_t whole = lot.amounts.basis();
        if (whole > 0 && basis > 0) {
            match.basis = lot.amounts.share(std::min(basis, whole), whole);
            match.basis.cost += basis - match.basis.basis(); // three roundings meet the basis that is meant
            match.basis.dividends = 0;
        } else {
            match.basis.cost = basis;
            match.basis.baseCost = atRate(m_event.fxRate, basis, m_places);
        }
        lot.amounts -= match.basis;
        match.baseFxGain = atRate(m_event.fxRate, match.basis.basis(), m_places) - match.basis.baseBasis();
        match.heldDays = m_event.date - lot.heldFrom;
        match.longTerm = !match.isShort && heldMoreThanYears(lot.heldFrom, m_event.date, m_years);
        return match;
    }
    Result<void> rename()
    {
        if (m_event.target.empty())
            return invalid("lots.action-target", "a ticker change needs the new symbol");
        leg(ActionLeg::Kind::SharesOut, m_event.symbol, -total(m_out.after), 0);
        for (Lot& lot : m_out.after)
            lot.symbol = m_event.target;
        leg(ActionLeg::Kind::SharesIn, m_event.target, total(m_out.after), 0);
        return {};
    }
    Result<void> sellAll(const ExactDecimal& price)
    {
        Disposal disposal = newDisposal(price);
        std::int64_t cash = 0;
        leg(ActionLeg::Kind::SharesOut, m_event.symbol, -total(m_out.after), 0);
        for (Lot& lot : m_out.after) {
            const auto value = price.times(lot.quantity, 8, m_places, Rounding::HalfEven);
            const auto base = value ? m_event.fxRate.times(*value, m_places, m_places, Rounding::HalfEven) : std::nullopt;
            if (!value || !base || std::abs(*value) > kMostActionUnits / 4 || std::abs(*base) > kMostActionUnits / 4)
                return invalid("lots.amount-range", "the cash is more than can be counted");
            disposal.quantity = addChecked(disposal.quantity, lot.size());
            disposal.matches.push_back(closePart(lot, lot.size(), m_event.date, *value, 0, *base, 0, m_event.fxRate, m_places, m_years));
            cash = addChecked(cash, *value);
        }
        if (cash != 0)
            leg(ActionLeg::Kind::Cash, "", 0, cash);
        m_out.disposals.push_back(std::move(disposal));
        return {};
    }
    Result<void> payFractions()
    {
        const std::string& symbol = m_event.target.empty() ? m_event.symbol : m_event.target;
        std::int64_t sum = 0;
        for (const Lot& lot : m_out.after)
            sum = lot.symbol == symbol ? addChecked(sum, lot.quantity) : sum;
        std::int64_t fraction = sum > 0 ? sum % kFixedOne : 0;
        if (fraction == 0)
            return {};
        const ExactDecimal price = m_action.cashInLieuPrice.value_or(ExactDecimal{});
        Disposal disposal = newDisposal(price);
        disposal.quantity = fraction;
        std::int64_t cash = 0;
        for (auto lot = m_out.after.rbegin(); lot != m_out.after.rend() && fraction > 0; ++lot) {
            if (lot->symbol != symbol || lot->quantity <= 0)
                continue;
            const std::int64_t part = std::min(fraction, lot->quantity);
            const auto value = price.times(part, 8, m_places, Rounding::HalfEven);
            const auto base = value ? m_event.fxRate.times(*value, m_places, m_places, Rounding::HalfEven) : std::nullopt;
            if (!value || !base || std::abs(*value) > kMostActionUnits / 4 || std::abs(*base) > kMostActionUnits / 4)
                return invalid("lots.amount-range", "the cash in lieu is more than can be counted");
            disposal.matches.push_back(closePart(*lot, part, m_event.date, *value, 0, *base, 0, m_event.fxRate, m_places, m_years));
            fraction -= part;
            cash += *value;
        }
        leg(ActionLeg::Kind::SharesOut, symbol, -disposal.quantity, 0);
        leg(ActionLeg::Kind::Cash, "", 0, cash);
        m_out.disposals.push_back(std::move(disposal));
        return {};
    }
    Disposal newDisposal(const ExactDecimal& price) const
    {
        Disposal disposal;
        disposal.row = m_event.row;
        disposal.date = m_event.date;
        disposal.action = m_event.action;
        disposal.symbol = m_event.symbol;
        disposal.currency = m_out.before.front().currency;
        disposal.price = price;
        disposal.fxRate = m_event.fxRate;
        return disposal;
    }
    void sum()
    {
        for (const Lot& lot : m_out.before) {
            m_out.basisBefore += lot.amounts.basis();
            m_out.baseBasisBefore += lot.amounts.baseBasis();
        }
        for (const Lot& lot : m_out.after) {
            m_out.basisAfter += lot.amounts.basis();
            m_out.baseBasisAfter += lot.amounts.baseBasis();
        }
        for (const Disposal& disposal : m_out.disposals)
            for (const LotMatch& match : disposal.matches) {
                m_out.cash += match.value;
                m_out.baseCash += match.baseValue;
                m_out.recognised += match.gain();
                m_out.baseRecognised += match.baseGain();
            }
    }

    const CorporateAction& m_action;
    const LotEvent& m_event;
    int m_places;
    int m_years;
    ActionOutcome m_out;
};

} // namespace

ExactDecimal unitPrice(std::int64_t cost, std::int64_t quantity, int places)
{
    return ExactDecimal::quotient(Int128(cost) * kFixedOne, Int128(quantity) * ExactDecimal::powerOfTen(places)).value_or(ExactDecimal{});
}

LotMatch closePart(Lot& lot, std::int64_t part, Date date, std::int64_t value, std::int64_t fees, std::int64_t baseValue, std::int64_t baseFees,
    const ExactDecimal& fxRate, int places, int longTermYears)
{
    RIALTO_CHECK(part > 0 && part <= lot.size(), "a lot closes at most what it holds");
    LotMatch match{lot.id, lot.acquired, lot.heldFrom, part, lot.quantity < 0, lot.price, lot.amounts.share(part, lot.size()), value, fees, baseValue,
        baseFees, 0, 0, 0, {}, {}, 0, false};
    lot.amounts -= match.basis;
    lot.quantity += match.isShort ? part : -part;
    lot.replaces = std::min(lot.replaces, lot.size());
    match.baseFxGain = fxRate.times(match.basis.basis(), places, places, Rounding::HalfEven).value_or(0) - match.basis.baseBasis();
    match.heldDays = date - lot.heldFrom;
    match.longTerm = !match.isShort && heldMoreThanYears(lot.heldFrom, date, longTermYears);
    return match;
}

Result<ActionOutcome> applyAction(const std::vector<Lot>& lots, const CorporateAction& action, int places, int longTermYears)
{
    return ActionRun(lots, action, places, longTermYears).run();
}

Result<std::vector<Lot>> undoAction(const std::vector<Lot>& now, const ActionOutcome& outcome)
{
    if (now != outcome.after)
        return conflict("lots.undo-refused", "the lots have changed since; undo what came later first");
    return outcome.before;
}

} // namespace rialto
