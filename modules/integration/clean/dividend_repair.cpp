// SPDX-License-Identifier: GPL-3.0-or-later
// Three witnesses speak of a dividend: its own column, the adjusted closes before it (factor = 1 - dividend / last close), and
// the move of the ex-date. Where the first two agree and the third does not protest loudly, nothing is changed. Where they
// contradict, each hypothesis (who is wrong, and by a hundred or altogether) is scored by the likelihood of the move under a
// heavy-tailed law (Student t, four degrees of freedom) and by how usual its yield is; hypotheses of the same kind are scored
// together over the whole file, because a feed repeats its mistake.
#include "integration/clean/price_statistics.h"
#include "integration/clean/repairs.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace rialto::integration::clean {

namespace {

constexpr double kImpossible = -std::numeric_limits<double>::infinity();
constexpr double kDoubleDays = 17;   // two dividends of one amount nearer than this are one (but see regularPayer)

enum class Pattern { Agree, AdjustedTooSmall, AdjustedTooBig, Missing, Broken };

struct Payment {
    std::size_t row = 0;
    std::size_t before = 0;
    double last = 0;      // close before
    double amount = 0;
    double split = 0;     // of the same day, 0 for none
    double present = 0;   // factor in the file
    double sigma = 0;
    bool idle = false;    // no trade that day
    Pattern pattern = Pattern::Agree;
    double yield() const { return amount / last; }
};

/// What is held for true: the amount times `scale`; whether the adjustment in the file stays.
struct Hypothesis {
    double scale = 1;
    bool keepsFactor = false;
    double prior = 0;
    const char* code = "";
    double score = 0;
};

double yieldPrior(double yield)
{
    if (yield >= 1)
        return kImpossible;
    if (yield > 0.7)
        return -8;
    if (yield > 0.35)
        return -5;
    if (yield > 0.15)
        return -2.5;
    if (yield > 0.06)
        return -1;
    return yield < 0.0002 ? -3 : yield < 0.0005 ? -1.5 : 0;
}

/// How far the prices of the ex-date lie from what the dividend lets expect, as a share of the close before.
double surprise(const PriceTable& table, const Payment& payment, double amount)
{
    const double expected = payment.last - amount;
    double high = table.value(payment.row, Field::Close);
    double low = high;
    for (const Field field : kOhlc)
        if (const double value = table.value(payment.row, field); value > 0) {
            high = std::max(high, value);
            low = std::min(low, value);
        }
    const double away = expected > high ? expected - high : expected < low ? low - expected : 0;
    return away / payment.last;
}

double scoreOf(const PriceTable& table, const Payment& payment, const Hypothesis& hypothesis)
{
    const double yield = payment.yield() * hypothesis.scale;
    const double prior = yieldPrior(yield);
    if (prior == kImpossible)
        return kImpossible;
    const double z = surprise(table, payment, payment.amount * hypothesis.scale) / payment.sigma;
    const double move = -2.5 * std::log1p(z * z / 4);
    return hypothesis.prior + prior + move * (payment.idle ? 0.3 : 1);
}

std::vector<Payment> paymentsOf(const PriceTable& table)
{
    std::vector<Payment> all;
    for (std::size_t i = 1; i < table.size(); ++i) {
        const double amount = table.value(i, Field::Dividend);
        const double close = table.value(i, Field::Close);
        const std::size_t before = previousPriced(table, i);
        if (!(amount > 0) || !std::isfinite(amount) || !(close > 0) || before == kNoRow)
            continue;
        Payment payment;
        payment.row = i;
        payment.before = before;
        payment.last = table.value(before, Field::Close);
        payment.amount = amount;
        const double split = table.value(i, Field::Split);
        payment.split = split > 0 && std::isfinite(split) && split != 1 ? split : 0;
        payment.present = table.value(before, Field::AdjClose) / payment.last / (table.value(i, Field::AdjClose) / close);
        payment.sigma = typicalMove(table, i);
        payment.idle = table.has(Field::Volume) && !(table.value(i, Field::Volume) > 0) && close == payment.last;
        const double implied = 1 - payment.present;
        const double ratio = implied / payment.yield();
        if (!std::isfinite(payment.present) || payment.present == 0)
            payment.pattern = Pattern::Broken;
        else if (std::abs(implied) < std::max(3e-6, 0.003 * payment.yield()))
            payment.pattern = Pattern::Missing;
        else if (ratio < 0 || ratio > 1000)
            payment.pattern = Pattern::Broken;
        else if (ratio > 10)
            payment.pattern = Pattern::AdjustedTooBig;
        else
            payment.pattern = ratio < 0.1 ? Pattern::AdjustedTooSmall : Pattern::Agree;
        all.push_back(payment);
    }
    return all;
}

std::vector<Hypothesis> hypothesesOf(const PriceTable& table, const std::vector<Payment>& payments, std::size_t n)
{
    const Payment& payment = payments[n];
    std::vector<Hypothesis> all;
    switch (payment.pattern) {
    case Pattern::Agree: {
        all.push_back({1, true, 0, "", 0});
        all.push_back({0.01, false, -6, "dividend-and-adjustment-100x", 0});
        // Only a dividend that is a hundredth of its neighbours on both sides may be one of a hundredth.
        double lone = -7;
        const auto hundred = [&](std::size_t other) { return std::abs(payments[other].yield() / payment.yield() - 100) < 25; };
        const bool earlier = n > 0;
        const bool later = n + 1 < payments.size();
        if ((earlier || later) && (!earlier || hundred(n - 1)) && (!later || hundred(n + 1)))
            lone = -2;
        all.push_back({100, false, lone, "dividend-and-adjustment-0.01x", 0});
        break;
    }
    case Pattern::AdjustedTooSmall:
        all.push_back({1, false, 0, "adjustment-too-small", 0});
        all.push_back({0.01, true, 0, "dividend-100x", 0});
        break;
    case Pattern::AdjustedTooBig:
        all.push_back({1, false, 0, "adjustment-too-big", 0});
        all.push_back({100, true, 0, "dividend-0.01x", 0});
        break;
    case Pattern::Missing:
        all.push_back({1, false, 0, "adjustment-missing", 0});
        all.push_back({0.01, false, -4, "dividend-100x-adjustment-missing", 0});
        all.push_back({100, false, -7, "dividend-0.01x-adjustment-missing", 0});
        break;
    case Pattern::Broken:
        all.push_back({1, false, 0, "adjustment-broken", 0});
        all.push_back({0.01, false, -3, "dividend-100x-adjustment-broken", 0});
        all.push_back({100, false, -6, "dividend-0.01x-adjustment-broken", 0});
        break;
    }
    if (payment.split > 0) {
        // Before the split's day the amount was per old share.
        const double implied = (1 - payment.present) / payment.yield() * payment.split;
        const bool fits = implied > 0.8 && implied < 1.25;
        all.push_back({1 / payment.split, fits, fits ? -0.5 : -3, fits ? "dividend-before-split" : "dividend-and-adjustment-before-split", 0});
    }
    for (auto& each : all)
        each.score = scoreOf(table, payment, each);
    return all;
}

bool regularPayer(const PriceTable& table, const std::vector<Payment>& payments)
{
    std::size_t near = 0;
    for (std::size_t n = 1; n < payments.size(); ++n)
        near += table.date(payments[n].row) - table.date(payments[n - 1].row) <= kDoubleDays ? 1U : 0U;
    return near >= 3 && near * 10 > (payments.size() - 1) * 7;
}

/// Index of the one of the two that never was, by what the prices did.
std::size_t phantomOf(const PriceTable& table, const std::vector<Payment>& payments, std::size_t earlier, std::size_t later)
{
    const double ratio = payments[later].amount / payments[earlier].amount;
    if (ratio > 50 || ratio < 0.02) {
        std::vector<double> others;
        for (std::size_t n = 0; n < payments.size(); ++n)
            if (n != earlier && n != later)
                others.push_back(std::log(payments[n].amount));
        const std::size_t bigger = ratio > 1 ? later : earlier;
        const std::size_t smaller = bigger == later ? earlier : later;
        if (payments[bigger].yield() > 0.3)
            return bigger;
        if (!others.empty())
            return std::abs(std::log(payments[bigger].amount) - median(others)) > std::abs(std::log(payments[smaller].amount) - median(others)) ? bigger : smaller;
        if ((payments[bigger].pattern == Pattern::Agree) != (payments[smaller].pattern == Pattern::Agree))
            return payments[bigger].pattern == Pattern::Agree ? smaller : bigger;
    }
    const auto fits = [&](std::size_t n) { return payments[n].pattern == Pattern::Agree || payments[n].pattern == Pattern::AdjustedTooSmall || payments[n].pattern == Pattern::Missing; };
    if (fits(earlier) != fits(later))
        return fits(earlier) ? later : earlier;
    const auto fall = [&](std::size_t n) { return payments[n].last - table.value(payments[n].row, Field::Low); };
    return fall(later) > 1.5 * fall(earlier) ? earlier : later;
}

struct Verdict {
    std::size_t row = 0;
    double factor = 1;          // for the closes before
    double present = 1;
    bool rebuild = false;       // what is there cannot be scaled
    std::size_t decision = 0;
};

void applyVerdicts(PriceTable& table, std::vector<Verdict> verdicts)
{
    std::sort(verdicts.begin(), verdicts.end(), [](const Verdict& a, const Verdict& b) { return a.row > b.row; });
    std::vector<std::size_t> reasons;
    double correction = 1;
    bool rebuilding = false;
    double factor = 1; // of the row in hand, when the file's own cannot be used
    std::size_t next = 0;
    for (std::size_t i = table.size(); i-- > 0;) {
        const double close = table.value(i, Field::Close);
        const double adjusted = table.value(i, Field::AdjClose);
        if (!reasons.empty() && close > 0) {
            const double value = rebuilding ? close * factor : adjusted * correction;
            if (std::isfinite(value) && (rebuilding || std::isfinite(adjusted)) && std::abs(value - adjusted) > 1e-9 * std::abs(adjusted))
                for (const std::size_t reason : reasons)
                    table.set(i, Field::AdjClose, value, reason);
        }
        for (; next < verdicts.size() && verdicts[next].row == i; ++next) {
            const Verdict& verdict = verdicts[next];
            if (verdict.rebuild && !rebuilding) {
                rebuilding = true;
                factor = table.value(i, Field::AdjClose) / close; // corrected above already
                if (!std::isfinite(factor) || factor <= 0)
                    factor = 1;
            }
            factor *= verdict.factor;
            correction *= rebuilding ? 1 : verdict.factor / verdict.present;
            if (verdict.decision != kNoRow)
                reasons.push_back(verdict.decision);
        }
    }
}

/// The close of the day before was lowered by the dividend, which belongs into the adjusted close only.
void repairLoweredCloses(PriceTable& table, const std::vector<Payment>& payments)
{
    for (const auto& payment : payments) {
        const double low = table.value(payment.before, Field::Low);
        const double high = table.value(payment.before, Field::High);
        const double raised = payment.last + payment.amount;
        if (!(low > payment.last) || low - payment.last > 1.01 * payment.amount || raised < low * (1 - 1e-9) || raised > high * (1 + 1e-9) || payment.yield() > 0.3)
            continue;
        const auto why = table.decide({"close-lowered-by-dividend", table.timeText(payment.before),
            fmt::format("close {} lies below the day's low {}; with the dividend {} of {} it lies inside the day's range", figure(payment.last, 8), figure(low, 8),
                figure(payment.amount, 8), table.timeText(payment.row))});
        const double after = table.value(payment.row, Field::AdjClose) / table.value(payment.row, Field::Close);
        table.set(payment.before, Field::Close, raised, why);
        table.set(payment.before, Field::AdjClose, raised * after * (1 - payment.amount / raised), why);
    }
}

std::string account(const Payment& payment, const Hypothesis& best, const std::vector<Hypothesis>& all, const PriceTable& table)
{
    std::string text = fmt::format("dividend {} on close {} is {}%; the closes before are adjusted by {} (a dividend of {}); the day traded {} to {}, a usual move is {}%; ",
        figure(payment.amount, 8), figure(payment.last, 8), figure(payment.yield() * 100, 4), figure(payment.present), figure((1 - payment.present) * payment.last, 5),
        figure(table.value(payment.row, Field::Low), 8), figure(table.value(payment.row, Field::High), 8), figure(payment.sigma * 100, 3));
    text += fmt::format("taken for true: {}; log scores:", figure(payment.amount * best.scale, 8));
    for (const auto& each : all)
        text += fmt::format(" {}={}", *each.code == '\0' ? "as-it-is" : each.code, std::isinf(each.score) ? "impossible" : fmt::format("{:.1f}", each.score));
    return text;
}

} // namespace

void repairDividends(PriceTable& table)
{
    const double seconds = barSeconds(table);
    if (!table.has(Field::Dividend) || !table.has(Field::AdjClose) || (seconds > 0 && (seconds < 20 * 3600 || seconds > 4.5 * 86400)))
        return;
    if (table.has(Field::Gains))
        for (std::size_t i = 0; i < table.size(); ++i)
            if (table.value(i, Field::Gains) > 0)
                return; // distributions of two kinds on one day: the witnesses cannot be told apart
    repairLoweredCloses(table, paymentsOf(table));
    std::vector<Payment> payments = paymentsOf(table);
    std::vector<Verdict> verdicts;
    if (!regularPayer(table, payments))
        for (std::size_t n = 1; n < payments.size();) {
            const double ratio = payments[n].amount / payments[n - 1].amount;
            const auto near = [&](double wanted, double tolerance) { return std::abs(ratio / wanted - 1) < tolerance; };
            if (table.date(payments[n].row) - table.date(payments[n - 1].row) > kDoubleDays || !(near(1, 0.08) || near(100, 0.01) || near(0.01, 0.01))) {
                ++n;
                continue;
            }
            const std::size_t out = phantomOf(table, payments, n - 1, n);
            const std::size_t kept = out == n ? n - 1 : n;
            const auto& payment = payments[out];
            const auto why = table.decide({"dividend-phantom", table.timeText(payment.row),
                fmt::format("dividend {} repeats {} of {}, {} days apart; the price fell by {} here and by {} there", figure(payment.amount), figure(payments[kept].amount),
                    table.timeText(payments[kept].row), std::abs(table.date(payments[n].row) - table.date(payments[n - 1].row)),
                    figure(payment.last - table.value(payment.row, Field::Low), 4), figure(payments[kept].last - table.value(payments[kept].row, Field::Low), 4))});
            verdicts.push_back({payment.row, 1, payment.present, payment.pattern == Pattern::Broken, why});
            table.set(payment.row, Field::Dividend, 0, why);
            payments.erase(payments.begin() + static_cast<std::ptrdiff_t>(out));
        }
    std::vector<std::vector<Hypothesis>> all;
    for (std::size_t n = 0; n < payments.size(); ++n)
        all.push_back(hypothesesOf(table, payments, n));
    // Where column and adjustment contradict by a hundred, the file as a whole says which of the two is wrong.
    for (const Pattern pattern : {Pattern::AdjustedTooSmall, Pattern::AdjustedTooBig}) {
        double first = 0;
        double second = 0;
        for (std::size_t n = 0; n < payments.size(); ++n)
            if (payments[n].pattern == pattern) {
                first += std::max(all[n][0].score, -30.0);
                second += std::max(all[n][1].score, -30.0);
            }
        for (std::size_t n = 0; n < payments.size(); ++n)
            if (payments[n].pattern == pattern) {
                const double lead = std::clamp(first - second, -12.0, 12.0) / 2;
                all[n][0].score += lead;
                all[n][1].score -= lead;
            }
    }
    for (std::size_t n = 0; n < payments.size(); ++n) {
        const Payment& payment = payments[n];
        const auto best = std::max_element(all[n].begin(), all[n].end(), [](const Hypothesis& a, const Hypothesis& b) { return a.score < b.score; });
        if (best->score == kImpossible) {
            table.find("dividend-impossible", payment.row, Field::Dividend, account(payment, *best, all[n], table));
            continue;
        }
        if (*best->code == '\0')
            continue;
        const double amount = payment.amount * best->scale;
        const auto why = table.decide({best->code, table.timeText(payment.row), account(payment, *best, all[n], table)});
        if (best->scale == 0.01 || best->scale == 100)
            table.scaleByTen(payment.row, Field::Dividend, best->scale == 100 ? 2 : -2, why);
        else if (best->scale != 1)
            table.set(payment.row, Field::Dividend, amount, why);
        if (!best->keepsFactor)
            verdicts.push_back({payment.row, 1 - amount / payment.last, payment.present, payment.pattern == Pattern::Broken, why});
    }
    // A rebuilt stretch needs the factors of the payments that were right as well.
    if (std::any_of(verdicts.begin(), verdicts.end(), [](const Verdict& each) { return each.rebuild; }))
        for (const auto& payment : payments)
            if (std::none_of(verdicts.begin(), verdicts.end(), [&](const Verdict& each) { return each.row == payment.row; }))
                verdicts.push_back({payment.row, payment.present, payment.present, false, kNoRow});
    applyVerdicts(table, std::move(verdicts));
}

} // namespace rialto::integration::clean
