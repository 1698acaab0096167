// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sample_statement.h"

#include "base/rng.h"
#include "reports/performance.h"

#include <functional>
#include <map>
#include <utility>

namespace rialto::testing {
namespace {

using namespace rialto::reports;

struct Listed {
    std::string symbol;
    LocalizedText name;
    AssetClass assetClass;
    Currency currency;
    Price price;
    int stepBp;              // standard deviation of a day
    int driftBp10;           // a day, in tenths of a basis point
    Multiplier multiplier;
};

struct Position {
    Quantity quantity;
    Money costLocal;
    Money costBase;
    Price entry;             // of the last purchase; values futures
};

/// Walks day by day; writes down what a statement needs from the first day of its period on.
class Book {
public:
    Book(Currency base, Date inception, Date from, Date to, std::uint64_t seed) : m_rng(seed), m_day(inception), m_end(to)
    {
        m_data.base = base;
        m_data.from = from;
        m_data.to = to;
        m_change = Money::zero(base);
        m_contributed = Money::zero(base);
        m_data.change = {m_change, m_change, m_change, m_change, m_change, m_change, m_change, m_change, m_change};
    }

    StatementData& data() { return m_data; }
    Date day() const { return m_day; }
    bool inPeriod() const { return m_day >= m_data.from; }
    void addAccount(std::string number, LocalizedText name) { m_data.accounts.push_back({std::move(number), std::move(name), m_data.base}); }
    void addRate(const char* currency, const char* rate) { m_rates[Currency::literal(currency)] = Price::literal(rate); }
    std::size_t list(Listed instrument)
    {
        m_listed.push_back(std::move(instrument));
        return m_listed.size() - 1;
    }
    Price price(std::size_t i) const { return m_listed[i].price; }

    void deposit(const std::string& account, const Money& amount, const LocalizedText& text)
    {
        const Money base = toBase(amount);
        m_contributed += base;
        if (inPeriod())
            (amount.isNegative() ? m_data.change.withdrawals : m_data.change.deposits) += base;
        book(account, amount, amount.isNegative() ? MovementKind::Withdrawal : MovementKind::Deposit, m_day, text);
    }

    void exchange(const std::string& account, const Money& sold, const Money& bought)
    {
        const LocalizedText text{sold.currency().code() + " to " + bought.currency().code(), sold.currency().code() + " 兑换 " + bought.currency().code()};
        book(account, -sold, MovementKind::CurrencyExchange, m_day, text);
        book(account, bought, MovementKind::CurrencyExchange, m_day, text);
    }

    void income(const std::string& account, std::size_t i, Price perUnit, MovementKind kind)
    {
        const Listed& what = m_listed[i];
        const auto& held = m_positions[{account, i}];
        const Money gross = *notional(perUnit, held.quantity, what.multiplier, what.currency, Rounding::HalfEven);
        const Money withheld = *scale(gross, 15, 100, Rounding::HalfEven);
        if (gross.isZero())
            return;
        book(account, gross, kind, m_day, {what.symbol + ", " + perUnit.text(2) + " each", what.symbol + "，每单位 " + perUnit.text(2)});
        book(account, -withheld, MovementKind::Tax, m_day, {"Withholding tax 15 %, " + what.symbol, "预扣税 15 %，" + what.symbol});
        if (inPeriod()) {
            m_data.change.income += toBase(gross);
            addCost(m_data.taxes, m_data.change.taxes, {"Withholding tax", "预扣税"}, toBase(withheld));
        }
    }

    void charge(const std::string& account, const Money& fee, const LocalizedText& name)
    {
        book(account, -fee, MovementKind::Fee, m_day, name);
        if (inPeriod())
            addCost(m_data.fees, m_data.change.fees, name, toBase(fee));
    }

    void trade(const std::string& account, std::size_t i, Side side, Quantity quantity)
    {
        const Listed& what = m_listed[i];
        const Money gross = *notional(what.price, quantity, what.multiplier, what.currency, Rounding::HalfEven);
        Money fee = *scale(gross, 8, 10000, Rounding::HalfEven);
        const Money least(5 * what.currency.minorPerMajor(), what.currency);
        if (fee < least)
            fee = least;
        const bool stamp = side == Side::Sell && what.currency.code() == "CNY";
        const Money tax = stamp ? *scale(gross, 5, 10000, Rounding::HalfEven) : Money::zero(what.currency);
        const bool future = what.assetClass == AssetClass::Future;
        const Money principal = future ? Money::zero(what.currency) : gross;
        const Money net = side == Side::Buy ? -(principal + fee + tax) : principal - fee - tax;
        const Date settles = nextWorkday(nextWorkday(m_day));

        auto& held = m_positions.try_emplace({account, i}, Position{{}, Money::zero(what.currency), Money::zero(m_data.base), {}}).first->second;
        const bool opens = held.quantity.isZero() || held.quantity.isPositive() == (side == Side::Buy);
        if (opens && !future) {
            held.costLocal += -net;
            held.costBase += toBase(-net);
        } else if (!future) {
            held.costLocal -= *scale(held.costLocal, quantity.raw(), held.quantity.abs().raw(), Rounding::HalfEven);
            held.costBase -= *scale(held.costBase, quantity.raw(), held.quantity.abs().raw(), Rounding::HalfEven);
        }
        held.quantity += side == Side::Buy ? quantity : -quantity;
        held.entry = what.price;

        const bool buy = side == Side::Buy;
        book(account, net, buy ? MovementKind::Purchase : MovementKind::Sale, settles,
            {quantity.text() + " " + what.symbol + " at " + what.price.text(2), what.symbol + " " + quantity.text() + "，价格 " + what.price.text(2)});
        if (!inPeriod())
            return;
        m_data.trades.push_back({account, m_day, settles, side, what.symbol, what.name, what.assetClass, quantity, what.price, 2, gross, fee, tax, net});
        addCost(m_data.fees, m_data.change.fees, {"Commission", "佣金"}, toBase(fee));
        if (stamp)
            addCost(m_data.taxes, m_data.change.taxes, {"Stamp duty", "印花税"}, toBase(tax));
    }

    /// Values the day and moves to the next working day; false after the last.
    bool closeDay()
    {
        const Money value = valueNow();
        m_data.series.push_back({m_day, value, m_contributed});
        const Date next = nextWorkday(m_day);
        if (next > m_end)
            return false;
        if (!inPeriod() && next >= m_data.from) {
            m_data.change.opening = value;
            for (const auto& [key, amount] : m_cash)
                m_opening.emplace(key, amount);
        }
        m_day = next;
        for (auto& what : m_listed) {
            const std::int64_t bp10 = what.driftBp10 * 8 + m_rng.gaussian(what.stepBp * 10);
            const std::int64_t moved = what.price.raw() + *mulDiv(what.price.raw(), bp10, 100'000, Rounding::HalfEven);
            what.price = Price::fromRaw(moved / 1'000'000 * 1'000'000 + (moved < 1'000'000 ? 1'000'000 : 0));
        }
        const bool before = !inPeriod();
        const Money held = foreignValue();
        for (auto& [currency, rate] : m_rates)
            rate = Price::fromRaw(rate.raw() + *mulDiv(rate.raw(), m_rng.gaussian(40), 10'000, Rounding::HalfEven));
        if (!before)
            m_data.change.currencyGains += foreignValue() - held;
        return true;
    }

    StatementData finish()
    {
        for (const auto& [currency, rate] : m_rates)
            m_data.fxRates.push_back({currency, rate, m_data.to});
        for (const auto& [key, held] : m_positions) {
            if (held.quantity.isZero())
                continue;
            const Listed& what = m_listed[key.second];
            const Money value = valueOfPosition(what, held);
            const auto average = what.assetClass == AssetClass::Future
                ? held.entry
                : Price::fromRaw(narrow(divideRounded(Int128(held.costLocal.minor()) * kFixedOne * kFixedOne * what.multiplier.denominator,
                      Int128(what.currency.minorPerMajor()) * held.quantity.raw() * what.multiplier.numerator, Rounding::HalfEven)).value_or(0));
            m_data.holdings.push_back({key.first, what.symbol, what.name, what.assetClass, held.quantity, average, what.price, m_data.to, 2,
                held.costLocal, held.costBase, value, toBase(value)});
        }
        for (const auto& [key, amount] : m_cash) {
            Money pending = Money::zero(key.second);
            for (const auto& row : m_data.movements)
                if (row.accountNumber == key.first && row.amount.currency() == key.second && row.settleDate > m_data.to)
                    pending += row.amount;
            const auto opening = m_opening.find(key);
            m_data.cash.push_back({key.first, opening == m_opening.end() ? Money::zero(key.second) : opening->second, amount, amount - pending,
                pending, toBase(amount)});
        }
        ChangeInValue& c = m_data.change;
        c.closing = totalValue(m_data);
        c.marketGains = c.closing - (c.opening + c.deposits + c.withdrawals + c.income + c.fees + c.taxes + c.currencyGains);
        m_data.performance = performanceOf(m_data.series, m_data.from);
        return std::move(m_data);
    }

private:
    using CashKey = std::pair<std::string, Currency>;

    static Date nextWorkday(Date day)
    {
        do
            day = day + 1;
        while (day.isWeekend());
        return day;
    }

    Money toBase(const Money& amount) const
    {
        return amount.currency() == m_data.base ? amount : *atRate(amount, m_rates.at(amount.currency()), m_data.base);
    }

    static Money valueOfPosition(const Listed& what, const Position& held)
    {
        const Price shown = what.assetClass == AssetClass::Future ? what.price - held.entry : what.price;
        return *notional(shown, held.quantity, what.multiplier, what.currency, Rounding::HalfEven);
    }

    Money valueNow() const
    {
        Money total = Money::zero(m_data.base);
        for (const auto& [key, held] : m_positions)
            total += toBase(valueOfPosition(m_listed[key.second], held));
        for (const auto& [key, amount] : m_cash)
            total += toBase(amount);
        return total;
    }

    Money foreignValue() const
    {
        Money total = Money::zero(m_data.base);
        for (const auto& [key, held] : m_positions)
            if (m_listed[key.second].currency != m_data.base)
                total += toBase(valueOfPosition(m_listed[key.second], held));
        for (const auto& [key, amount] : m_cash)
            if (key.second != m_data.base)
                total += toBase(amount);
        return total;
    }

    void book(const std::string& account, const Money& amount, MovementKind kind, Date settles, const LocalizedText& text)
    {
        auto& balance = m_cash.try_emplace({account, amount.currency()}, Money::zero(amount.currency())).first->second;
        balance += amount;
        if (inPeriod())
            m_data.movements.push_back({account, m_day, settles, kind, text, amount, balance});
    }

    static void addCost(std::vector<CostLine>& lines, Money& total, const LocalizedText& name, const Money& amount)
    {
        total -= amount;
        for (auto& line : lines) {
            if (line.name == name) {
                line.amount += amount;
                return;
            }
        }
        lines.push_back({name, amount});
    }

    Rng m_rng;
    Date m_day;
    Date m_end;
    StatementData m_data;
    Money m_change;
    Money m_contributed;
    std::map<Currency, Price> m_rates;
    std::vector<Listed> m_listed;
    std::map<std::pair<std::string, std::size_t>, Position> m_positions;
    std::map<CashKey, Money> m_cash;
    std::map<CashKey, Money> m_opening;
};

Money money(const char* text, const char* currency)
{
    return *Money::parse(text, Currency::literal(currency));
}

void describeClient(StatementData& data)
{
    data.firmName = {"Ponte & Vale Private Wealth", "长桥私人财富"};
    data.firmContact = {"14 Campo Street, London EC2 · +44 20 7946 0018 · ponte-vale.example", "伦敦 EC2 坎波街 14 号 · +44 20 7946 0018 · ponte-vale.example"};
    data.clientName = {"Margarethe Lindqvist", "林德维"};
    data.clientNumber = "C-1001";
    data.createdAt = Date::of(2026, 11, 24).startUtc() + 18 * 60 * kNanosPerMinute;
    data.simulated = true;
}

} // namespace

StatementData sampleStatement()
{
    const Date inception = Date::of(2024, 3, 4);
    Book book(Currency::literal("USD"), inception, Date::of(2026, 1, 1), Date::of(2026, 11, 24), 20261124);
    describeClient(book.data());
    book.addAccount("A-1001-1", {"Growth portfolio", "成长组合"});
    book.addAccount("A-1001-2", {"Reserve", "备用账户"});
    book.addRate("EUR", "1.0842");
    book.addRate("JPY", "0.00667");
    book.addRate("CNY", "0.1389");
    const Currency usd = Currency::literal("USD");
    const Currency eur = Currency::literal("EUR");
    const Multiplier one{1, 1};
    const Multiplier per100{1, 100};
    const Multiplier hundred{100, 1};
    const auto meri = book.list({"MERI", {"Meridian Instruments", "子午仪器"}, AssetClass::Equity, usd, Price::literal("84.20"), 145, 6, one});
    const auto halc = book.list({"HALC", {"Halcyon Airlines", "翠鸟航空"}, AssetClass::Equity, usd, Price::literal("31.75"), 190, 1, one});
    const auto norv = book.list({"NORV", {"Norvale Energy", "北谷能源"}, AssetClass::Equity, usd, Price::literal("118.40"), 130, 4, one});
    const auto luma = book.list({"LUMA", {"Lumagraph Optik AG", "光影光学"}, AssetClass::Equity, eur, Price::literal("212.50"), 160, 7, one});
    const auto orse = book.list({"ORSE", {"Orseolo Seguros", "奥尔塞奥洛保险"}, AssetClass::Equity, eur, Price::literal("17.36"), 110, 2, one});
    const auto kita = book.list({"7810", {"Kitano Optics", "北野光学"}, AssetClass::Equity, Currency::literal("JPY"), Price::literal("3480"), 150, 5, one});
    const auto qing = book.list({"600988", {"Qinglan Power", "青岚电力"}, AssetClass::Equity, Currency::literal("CNY"), Price::literal("23.84"), 170, 3, one});
    const auto bond = book.list({"VALE 3.25 2031", {"Vale Infrastructure 3.25 % 2031", "谷桥基建 3.25 % 2031"}, AssetClass::Bond, usd, Price::literal("97.15"), 22, 1, per100});
    const auto bund = book.list({"RIVA 2.10 2029", {"Riva Alta 2.10 % 2029", "上岸市政 2.10 % 2029"}, AssetClass::Bond, eur, Price::literal("98.62"), 18, 1, per100});
    const auto fund = book.list({"GLOBX", {"Global Equity Index Fund", "全球股票指数基金"}, AssetClass::Fund, usd, Price::literal("142.08"), 85, 4, one});
    const auto gold = book.list({"AURUM", {"Physical Gold Fund", "实物黄金基金"}, AssetClass::Fund, usd, Price::literal("56.30"), 90, 5, one});
    const auto call = book.list({"MERI 270115C160", {"MERI call 160, 15 Jan 2027", "MERI 认购 160，2027年1月15日"}, AssetClass::Option, usd, Price::literal("4.10"), 260, 7, hundred});
    const auto index = book.list({"SIMH7", {"Sim 500 index future, March 2027", "模拟 500 股指期货，2027年3月"}, AssetClass::Future, usd, Price::literal("5120.00"), 95, 3, {5, 1}});
    const auto coin = book.list({"XRB", {"Rialtocoin", "里亚托币"}, AssetClass::Crypto, usd, Price::literal("2840.00"), 360, 8, one});

    const std::string a = "A-1001-1";
    const std::string b = "A-1001-2";
    const auto q = [](const char* text) { return Quantity::literal(text); };
    std::map<Date, std::vector<std::function<void()>>> plan;
    const auto on = [&plan](int year, unsigned month, unsigned day, std::function<void()> what) { plan[Date::of(year, month, day)].push_back(std::move(what)); };

    on(2024, 3, 4, [&] { book.deposit(a, money("400000.00", "USD"), {"First deposit", "首笔入金"}); });
    on(2024, 3, 5, [&] { book.exchange(a, money("108420.00", "USD"), money("100000.00", "EUR")); });
    on(2024, 3, 6, [&] { book.trade(a, meri, Side::Buy, q("900")); book.trade(a, norv, Side::Buy, q("350")); });
    on(2024, 3, 7, [&] { book.trade(a, luma, Side::Buy, q("180")); book.trade(a, orse, Side::Buy, q("1500")); });
    on(2024, 3, 11, [&] { book.trade(a, fund, Side::Buy, q("412.375")); book.trade(a, bond, Side::Buy, q("60000")); });
    on(2024, 9, 16, [&] { book.deposit(a, money("120000.00", "USD"), {"Deposit", "入金"}); book.trade(a, gold, Side::Buy, q("640")); });
    on(2024, 9, 17, [&] { book.exchange(a, money("33350.00", "USD"), money("5000000", "JPY")); book.trade(a, kita, Side::Buy, q("1200")); });
    on(2025, 2, 10, [&] { book.exchange(a, money("27780.00", "USD"), money("200000.00", "CNY")); book.trade(a, qing, Side::Buy, q("6000")); });
    on(2025, 5, 20, [&] { book.trade(a, halc, Side::Buy, q("800")); book.deposit(b, money("60000.00", "USD"), {"Deposit", "入金"}); });
    on(2025, 6, 2, [&] { book.exchange(b, money("21684.00", "USD"), money("20000.00", "EUR")); });
    on(2025, 6, 3, [&] { book.trade(b, bund, Side::Buy, q("20000")); });
    on(2025, 10, 15, [&] { book.deposit(a, money("-25000.00", "USD"), {"Payment to client", "支付给客户"}); });
    on(2026, 1, 15, [&] { book.income(a, norv, Price::literal("1.20"), MovementKind::Dividend); });
    on(2026, 2, 3, [&] { book.trade(a, coin, Side::Buy, q("7.53201450")); });
    on(2026, 3, 2, [&] { book.deposit(a, money("75000.00", "USD"), {"Annual contribution", "年度追加"}); });
    on(2026, 3, 4, [&] { book.trade(a, meri, Side::Buy, q("250")); book.trade(a, fund, Side::Buy, q("205.125")); });
    on(2026, 3, 31, [&] { book.charge(a, money("1180.42", "USD"), {"Advisory fee", "顾问费"}); book.charge(b, money("61.05", "USD"), {"Custody fee", "托管费"}); });
    on(2026, 5, 18, [&] { book.trade(a, halc, Side::Sell, q("300")); book.income(a, luma, Price::literal("3.10"), MovementKind::Dividend); });
    on(2026, 6, 10, [&] { book.income(a, bond, Price::literal("1.625"), MovementKind::Coupon); });
    on(2026, 6, 30, [&] { book.charge(a, money("1224.87", "USD"), {"Advisory fee", "顾问费"}); book.charge(b, money("61.05", "USD"), {"Custody fee", "托管费"}); });
    on(2026, 7, 14, [&] { book.trade(a, call, Side::Sell, q("4")); });
    on(2026, 8, 20, [&] { book.trade(a, qing, Side::Sell, q("2000")); book.trade(a, orse, Side::Buy, q("500")); });
    on(2026, 9, 30, [&] { book.charge(a, money("1250.10", "USD"), {"Advisory fee", "顾问费"}); book.charge(b, money("61.05", "USD"), {"Custody fee", "托管费"}); });
    on(2026, 10, 6, [&] { book.deposit(a, money("-30000.00", "USD"), {"Payment to client", "支付给客户"}); });
    on(2026, 11, 23, [&] { book.trade(a, gold, Side::Buy, q("120")); });
    on(2026, 11, 24, [&] { book.trade(a, index, Side::Buy, q("2")); book.trade(a, norv, Side::Sell, q("100")); });
    do
        if (const auto today = plan.find(book.day()); today != plan.end())
            for (const auto& event : today->second)
                event();
    while (book.closeDay());
    book.data().notes.push_back({"Physical gold is held in Zurich; the fund's price follows the London afternoon fixing.",
        "实物黄金存放于苏黎世；基金价格跟随伦敦下午定盘价。"});
    return book.finish();
}

StatementData emptyStatement()
{
    Book book(Currency::literal("CNY"), Date::of(2026, 11, 2), Date::of(2026, 11, 2), Date::of(2026, 11, 24), 1);
    describeClient(book.data());
    book.data().simulated = false;
    book.addAccount("A-1002-1", {});
    while (book.closeDay()) {
    }
    return book.finish();
}

StatementData longStatement(int holdings, int trades)
{
    Book book(Currency::literal("USD"), Date::of(2025, 1, 2), Date::of(2026, 1, 1), Date::of(2026, 11, 24), 77);
    describeClient(book.data());
    const std::string a = "A-2001-1";
    book.addAccount(a, {"Global multi-asset", "全球多元资产"});
    book.addRate("EUR", "1.0842");
    const Currency currencies[] = {Currency::literal("USD"), Currency::literal("EUR")};
    const AssetClass classes[] = {AssetClass::Equity, AssetClass::Bond, AssetClass::Fund, AssetClass::Crypto};
    Rng rng(5);
    std::vector<std::size_t> listed;
    for (int i = 0; i < holdings; ++i) {
        const AssetClass assetClass = classes[i % 4];
        const std::string number = std::to_string(1000 + i);
        listed.push_back(book.list({"SYN" + number, {"Synthetic issuer number " + number, "合成发行人 " + number}, assetClass, currencies[i % 3 == 0],
            Price::fromRaw(rng.between(500, 40'000) * 1'000'000), 120, 3, assetClass == AssetClass::Bond ? Multiplier{1, 100} : Multiplier{1, 1}}));
    }
    book.deposit(a, money("30000000.00", "USD"), {"Deposit", "入金"});
    book.exchange(a, money("10842000.00", "USD"), money("10000000.00", "EUR"));
    for (const std::size_t i : listed)
        book.trade(a, i, Side::Buy, Quantity::of(rng.between(1, 60) * 10));
    const int perDay = trades / 225 + 1;
    int done = 0;
    do {
        for (int i = 0; book.inPeriod() && i < perDay && done < trades; ++i, ++done)
            book.trade(a, listed[rng.below(static_cast<std::uint32_t>(listed.size()))], Side::Buy, Quantity::of(rng.between(1, 20)));
    } while (book.closeDay());
    return book.finish();
}

} // namespace rialto::testing
