// SPDX-License-Identifier: GPL-3.0-or-later
#include "clients/mandates/mandate_rules.h"

#include "clients/records/client_record.h"
#include "base/wide_math.h"

#include <algorithm>

namespace rialto::clients {

namespace {

constexpr std::size_t kMostRules = 500;

std::string lowered(std::string_view text)
{
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c + 32);
    return out;
}

struct ClassWord {
    std::string_view word;
    AssetClass assetClass;
};
constexpr ClassWord kClassWords[] = {{"equities", AssetClass::Equity}, {"equity", AssetClass::Equity}, {"shares", AssetClass::Equity}, {"stocks", AssetClass::Equity},
    {"bonds", AssetClass::Bond}, {"bond", AssetClass::Bond}, {"funds", AssetClass::Fund}, {"fund", AssetClass::Fund}, {"etfs", AssetClass::Fund}, {"futures", AssetClass::Future},
    {"options", AssetClass::Option}, {"crypto", AssetClass::Crypto}, {"cryptocurrencies", AssetClass::Crypto}, {"fx", AssetClass::FxPair}};

/// Words and commas of a line; a per cent sign is a word of its own.
std::vector<std::string> wordsOf(std::string_view line)
{
    std::vector<std::string> words;
    std::string word;
    const auto end = [&] {
        if (!word.empty())
            words.push_back(std::exchange(word, {}));
    };
    for (const char c : line) {
        if (c == ' ' || c == '\t' || c == '\r') {
            end();
        } else if (c == ',' || c == '%') {
            end();
            words.emplace_back(1, c);
        } else {
            word.push_back(c);
        }
    }
    end();
    return words;
}

class RuleReader {
public:
    RuleReader(MandateRule& rule, std::vector<std::string> words) : m_rule(rule), m_words(std::move(words)) {}

    Result<void> read()
    {
        if (take("warn:") || take("warning:"))
            m_rule.warning = true;
        else
            take("block:");
        if (take("no") || take("never"))
            return readForbidden();
        if (take("only")) {
            m_rule.kind = RuleKind::Only;
            return readTargets(false);
        }
        if (take("max") || take("maximum") || takeTwo("at", "most"))
            return readLimit(true);
        if (take("min") || take("minimum") || takeTwo("at", "least"))
            return readLimit(false);
        return wrong("begins with no, only, max or min");
    }

private:
    Error wrong(const std::string& what) const
    {
        return invalid("mandates.rule-malformed", "line " + std::to_string(m_rule.line) + ": '" + m_rule.text.substr(0, 60) + "' " + what);
    }
    bool take(std::string_view word)
    {
        if (m_at < m_words.size() && lowered(m_words[m_at]) == word) {
            ++m_at;
            return true;
        }
        return false;
    }
    bool takeTwo(std::string_view first, std::string_view second)
    {
        if (m_at + 1 < m_words.size() && lowered(m_words[m_at]) == first && lowered(m_words[m_at + 1]) == second) {
            m_at += 2;
            return true;
        }
        return false;
    }
    bool done() const { return m_at == m_words.size(); }

    Result<void> readForbidden()
    {
        if (take("shorts") || takeTwo("short", "positions") || takeTwo("short", "sales")) {
            m_rule.kind = RuleKind::NoShorts;
            return done() ? Result<void>() : Result<void>(wrong("has words after 'shorts' that are not understood"));
        }
        if (take("borrowing") || take("leverage") || take("overdraft")) {
            m_rule.kind = RuleKind::NoBorrowing;
            return done() ? Result<void>() : Result<void>(wrong("has words after 'borrowing' that are not understood"));
        }
        m_rule.kind = RuleKind::Forbid;
        return readTargets(false);
    }

    Result<void> readLimit(bool most)
    {
        if (done())
            return wrong("needs a number");
        const std::string number = m_words[m_at++];
        if (take("%") || take("percent")) {
            const auto limit = parseDecimal(number, 6);
            if (!limit || *limit < 0 || *limit > 100 * 1'000'000 * std::int64_t{10})
                return wrong("needs a per cent between 0 and 1000 with at most six decimals, not '" + number + "'");
            m_rule.kind = most ? RuleKind::Most : RuleKind::Least;
            m_rule.limit = *limit;
            if (!take("in") && !take("of"))
                return wrong("needs 'in' and what is meant, as: max 10 % in any position");
            return readTargets(true);
        }
        const auto count = parseDecimal(number, 0);
        if (!count || *count < 0 || *count > 100'000)
            return wrong("needs a number, not '" + number + "'");
        if (!take("positions") && !take("position"))
            return wrong("needs '%' or 'positions' after the number");
        m_rule.kind = most ? RuleKind::MostPositions : RuleKind::LeastPositions;
        m_rule.limit = *count;
        return done() ? Result<void>() : Result<void>(wrong("has words after 'positions' that are not understood"));
    }

    Result<void> readTargets(bool withAny)
    {
        enum class Mode { Plain, CurrencyCode, Market, Symbol } mode = Mode::Plain;
        for (;;) {
            if (done())
                return wrong("needs what is meant, as: equities, currency EUR or a symbol");
            if (take("currency") || take("currencies"))
                mode = Mode::CurrencyCode;
            else if (take("market") || take("markets"))
                mode = Mode::Market;
            else if (take("symbol") || take("symbols"))
                mode = Mode::Symbol;
            if (done())
                return wrong("ends where a name is needed");
            RuleTarget target;
            const std::string word = lowered(m_words[m_at]);
            const auto known = std::find_if(std::begin(kClassWords), std::end(kClassWords), [&](const ClassWord& each) { return each.word == word; });
            if (mode == Mode::CurrencyCode) {
                std::string code = m_words[m_at++];
                for (char& c : code)
                    if (c >= 'a' && c <= 'z')
                        c = static_cast<char>(c - 32);
                if (!Currency::parse(code))
                    return wrong("names '" + code + "', which is no currency");
                target = {TargetKind::CurrencyCode, AssetClass::Equity, code};
            } else if (mode == Mode::Market) {
                target = {TargetKind::Market, AssetClass::Equity, m_words[m_at++]};
            } else if (mode == Mode::Symbol) {
                target = {TargetKind::Symbol, AssetClass::Equity, m_words[m_at++]};
            } else if (word == "any" || word == "one") {
                ++m_at;
                take("one");
                take("single");
                if (!withAny)
                    return wrong("speaks of any, which needs a per cent");
                if (take("position") || take("issuer") || take("instrument"))
                    target.kind = TargetKind::AnyPosition;
                else if (take("currency"))
                    target.kind = TargetKind::AnyCurrency;
                else if (take("market"))
                    target.kind = TargetKind::AnyMarket;
                else
                    return wrong("needs position, currency or market after any");
            } else if (word == "cash") {
                ++m_at;
                target.kind = TargetKind::Cash;
            } else if (known != std::end(kClassWords)) {
                ++m_at;
                target = {TargetKind::Class, known->assetClass, {}};
            } else {
                target = {TargetKind::Symbol, AssetClass::Equity, m_words[m_at++]};
            }
            if (target.kind != TargetKind::Class && (target.word == "," || target.word == "%"))
                return wrong("has a '" + target.word + "' where a name is needed");
            m_rule.targets.push_back(std::move(target));
            if (done())
                return {};
            if (!take(",") && !take("and") && !take("or"))
                return wrong("has '" + m_words[m_at] + "' where a comma or the end was expected");
        }
    }

    MandateRule& m_rule;
    std::vector<std::string> m_words;
    std::size_t m_at = 0;
};

std::int64_t size(std::int64_t value) { return value < 0 ? -value : value; }

bool meets(const RuleTarget& target, const MandateHolding& holding)
{
    switch (target.kind) {
    case TargetKind::Class: return holding.assetClass == target.assetClass;
    case TargetKind::CurrencyCode: return holding.currency == target.word;
    case TargetKind::Market: return holding.market == target.word;
    case TargetKind::Symbol: return holding.symbol == target.word;
    case TargetKind::Cash: return false;
    default: return true;
    }
}

bool meets(const RuleTarget& target, const MandateCash& cash)
{
    return target.kind == TargetKind::Cash || (target.kind == TargetKind::CurrencyCode && cash.currency == target.word);
}

class MandateRun {
public:
    explicit MandateRun(const MandateBook& book) : m_book(book)
    {
        for (const auto& holding : book.holdings)
            m_total = addChecked(m_total, holding.value);
        for (const auto& cash : book.cash)
            m_total = addChecked(m_total, cash.value);
        m_total = book.total.value_or(m_total);
    }

    RuleOutcome check(const MandateRule& rule)
    {
        RuleOutcome out;
        out.rule = &rule;
        switch (rule.kind) {
        case RuleKind::Forbid: forbid(rule, out, false); break;
        case RuleKind::Only: forbid(rule, out, true); break;
        case RuleKind::Most:
        case RuleKind::Least: limit(rule, out); break;
        case RuleKind::MostPositions:
        case RuleKind::LeastPositions: count(rule, out); break;
        case RuleKind::NoShorts:
            for (const auto& holding : m_book.holdings)
                if (holding.isShort)
                    blame(out, holding.symbol, size(holding.value));
            break;
        case RuleKind::NoBorrowing: {
            std::int64_t cash = 0;
            for (const auto& each : m_book.cash) {
                cash = addChecked(cash, each.value);
                if (each.value < 0)
                    blame(out, each.currency, -each.value);
            }
            out.measured = percent(cash) + " cash";
            break;
        }
        }
        return out;
    }

private:
    static void blame(RuleOutcome& out, const std::string& what, std::int64_t excess)
    {
        out.kept = false;
        out.why += (out.why.empty() ? "" : ", ") + what;
        out.excess = addChecked(out.excess, excess);
    }
    std::int64_t part(std::int64_t value) const { return m_total <= 0 ? 0 : mulDiv(value, kWhole, m_total, Rounding::HalfEven).value_or(0); }
    std::string percent(std::int64_t value) const
    {
        const std::int64_t hundredths = divideOf(part(value), 10'000);
        return formatDecimal(hundredths, 2, 0) + " %";
    }
    static std::int64_t divideOf(std::int64_t value, std::int64_t by) { return static_cast<std::int64_t>(divideRounded(value, by, Rounding::HalfEven)); }

    void forbid(const MandateRule& rule, RuleOutcome& out, bool only)
    {
        bool ofMoney = false; // "only currencies" speaks of cash too, "only bonds" does not
        bool ofCash = false;
        for (const auto& target : rule.targets) {
            ofMoney = ofMoney || target.kind == TargetKind::CurrencyCode;
            ofCash = ofCash || target.kind == TargetKind::Cash;
        }
        for (const auto& holding : m_book.holdings) {
            const bool met = std::any_of(rule.targets.begin(), rule.targets.end(), [&](const RuleTarget& target) { return meets(target, holding); });
            if (met != only)
                blame(out, holding.symbol, size(holding.value));
        }
        if (only ? ofMoney : ofMoney || ofCash)
            for (const auto& cash : m_book.cash) {
                const bool met = std::any_of(rule.targets.begin(), rule.targets.end(), [&](const RuleTarget& target) { return meets(target, cash); });
                if (met != only && cash.value != 0)
                    blame(out, "cash " + cash.currency, size(cash.value));
            }
        out.measured = percent(out.excess) + (only ? " outside" : " held");
    }

    struct Sum {
        std::string name;
        std::int64_t value = 0;
    };
    std::vector<Sum> sumsOf(const MandateRule& rule) const
    {
        const RuleTarget& first = rule.targets.front();
        std::vector<Sum> sums;
        const auto add = [&sums](const std::string& key, std::int64_t value) {
            for (Sum& sum : sums)
                if (sum.name == key) {
                    sum.value = addChecked(sum.value, value);
                    return;
                }
            sums.push_back({key, value});
        };
        if (first.kind == TargetKind::AnyPosition || first.kind == TargetKind::AnyCurrency || first.kind == TargetKind::AnyMarket) {
            for (const auto& holding : m_book.holdings)
                add(first.kind == TargetKind::AnyPosition ? holding.symbol : first.kind == TargetKind::AnyCurrency ? holding.currency : holding.market, size(holding.value));
            if (first.kind == TargetKind::AnyCurrency)
                for (const auto& cash : m_book.cash)
                    add(cash.currency, cash.value);
            return sums;
        }
        sums.push_back({"", 0});
        for (const auto& holding : m_book.holdings)
            if (std::any_of(rule.targets.begin(), rule.targets.end(), [&](const RuleTarget& target) { return meets(target, holding); }))
                sums[0].value = addChecked(sums[0].value, size(holding.value));
        for (const auto& cash : m_book.cash)
            if (std::any_of(rule.targets.begin(), rule.targets.end(), [&](const RuleTarget& target) { return meets(target, cash); }))
                sums[0].value = addChecked(sums[0].value, cash.value);
        return sums;
    }

    void limit(const MandateRule& rule, RuleOutcome& out) const
    {
        const bool most = rule.kind == RuleKind::Most;
        const Sum* extreme = nullptr;
        const auto sums = sumsOf(rule);
        for (const Sum& sum : sums) {
            if (extreme == nullptr || (most ? extreme->value < sum.value : sum.value < extreme->value))
                extreme = &sum;
            if (m_total <= 0)
                continue;
            // value / total against the limit, without division
            const Int128 left = Int128(sum.value) * kWhole;
            const Int128 right = Int128(rule.limit) * m_total;
            if (most ? left > right : left < right) {
                const std::int64_t allowed = mulDiv(m_total, rule.limit, kWhole, Rounding::HalfEven).value_or(m_total);
                blame(out, (sum.name.empty() ? std::string() : sum.name + " ") + percent(sum.value), most ? sum.value - allowed : allowed - sum.value);
            }
        }
        out.measured = extreme == nullptr ? "0 %" : percent(extreme->value) + (extreme->name.empty() ? "" : " " + extreme->name);
    }

    void count(const MandateRule& rule, RuleOutcome& out) const
    {
        const auto positions = static_cast<std::int64_t>(std::count_if(m_book.holdings.begin(), m_book.holdings.end(), [](const auto& holding) { return holding.value != 0; }));
        out.measured = std::to_string(positions) + " positions";
        if (rule.kind == RuleKind::MostPositions ? positions > rule.limit : positions < rule.limit) {
            out.kept = false;
            out.why = out.measured;
        }
    }

    const MandateBook& m_book;
    std::int64_t m_total = 0;
};

} // namespace

Result<std::vector<MandateRule>> parseMandate(std::string_view text)
{
    std::vector<MandateRule> rules;
    int line = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view row = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        ++line;
        if (const std::size_t comment = row.find('#'); comment != std::string_view::npos)
            row = row.substr(0, comment);
        while (!row.empty() && (row.back() == ' ' || row.back() == '\t' || row.back() == '\r' || row.back() == '.'))
            row.remove_suffix(1);
        while (!row.empty() && (row.front() == ' ' || row.front() == '\t'))
            row.remove_prefix(1);
        if (row.empty())
            continue;
        if (rules.size() == kMostRules)
            return invalid("mandates.rule-malformed", "line " + std::to_string(line) + ": a mandate has at most " + std::to_string(kMostRules) + " rules");
        MandateRule rule;
        rule.line = line;
        rule.text = std::string(row);
        RuleReader reader(rule, wordsOf(row));
        if (const auto read = reader.read(); !read)
            return read.error();
        rules.push_back(std::move(rule));
    }
    if (rules.empty())
        return invalid("mandates.rule-malformed", "the mandate holds no rule");
    return rules;
}

std::vector<RuleOutcome> checkMandate(const std::vector<MandateRule>& rules, const MandateBook& book)
{
    MandateRun run(book);
    std::vector<RuleOutcome> outcomes;
    for (const MandateRule& rule : rules)
        outcomes.push_back(run.check(rule));
    return outcomes;
}

} // namespace rialto::clients
