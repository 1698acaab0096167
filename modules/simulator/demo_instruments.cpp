// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/demo_instruments.h"

#include "base/check.h"
#include "simulator/integer_math.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace rialto::simulator {

namespace {

struct EquityRow {
    const char* symbol;
    const char* name;
    const char* nameZh;
    const char* currency;
    const char* price;
    int volatilityBp;
    int betaPerMille;
    std::int64_t dailyVolume;
    int tradesPerDay;
    int spreadTicks;
};

constexpr EquityRow kEquities[] = {
    {"MERI", "Meridale Robotics", "美瑞达机器人", "USD", "184.20", 2400, 1150, 9'000'000, 15000, 2},
    {"QUIL", "Quillmark Software", "羽印软件", "USD", "342.75", 2200, 1100, 6'000'000, 12000, 4},
    {"VOTE", "Voltessa Motors", "沃特萨汽车", "USD", "97.40", 4200, 1500, 14'000'000, 16000, 2},
    {"SOLV", "Solvane Energy", "索梵能源", "USD", "61.85", 1900, 800, 7'000'000, 7000, 1},
    {"HALC", "Halcyra Health", "海希拉医疗", "USD", "128.10", 1700, 650, 3'500'000, 5000, 3},
    {"TAND", "Tandemoor Bank", "坦德沐银行", "USD", "48.32", 1600, 1050, 8'000'000, 6500, 1},
    {"BRIX", "Brixolme Retail", "布瑞禾零售", "USD", "73.66", 2000, 900, 3'000'000, 3600, 2},
    {"KESW", "Keswyn Foods", "凯斯温食品", "USD", "55.08", 1200, 500, 2'500'000, 2600, 2},
    {"ORBY", "Orbylon Aerospace", "奥比隆航天", "USD", "211.90", 2100, 950, 1'200'000, 2400, 6},
    {"ALBE", "Alberna Chemie", "阿尔贝纳化工", "EUR", "44.860", 1700, 900, 1'800'000, 3200, 6},
    {"FJEL", "Fjellmaren Shipping", "菲耶马伦航运", "EUR", "23.480", 2300, 950, 1'500'000, 2200, 6},
    {"LUMI", "Luminastra Optik", "卢米星光学", "EUR", "152.400", 2100, 1050, 700'000, 2000, 20},
    {"VERD", "Verdanelle Vins", "韦丹尼酒业", "EUR", "88.150", 1400, 600, 400'000, 1100, 14},
    {"STBE", "Starbirch Electronics", "星桦电子", "CNY", "36.42", 2800, 900, 12'000'000, 7500, 1},
    {"SPVP", "Sprucevale Pharma", "云杉谷医药", "CNY", "58.70", 2400, 700, 5'000'000, 3600, 2},
    {"BMBM", "Bluemist Bay Materials", "青岚湾新材", "CNY", "19.85", 2900, 850, 9'000'000, 3000, 1},
    {"BHAP", "Brocade Heron Appliances", "锦鹭家电", "CNY", "27.16", 1900, 750, 6'000'000, 2600, 1},
    {"HLPR", "Harbourlark Property", "港云雀地产", "HKD", "14.32", 2200, 900, 8'000'000, 2800, 1},
    {"PEQL", "Pearlquay Logistics", "珠埠物流", "HKD", "41.75", 1900, 800, 3'000'000, 1800, 1},
    {"LIFE", "Lionfern Leisure", "狮蕨休闲", "HKD", "66.90", 2700, 1000, 2'500'000, 1500, 1},
};

struct FxRow {
    const char* base;
    const char* quote;
    const char* nameZh;
    const char* price;
    const char* tick;
    int digits;
    int volatilityBp;
    int tradesPerDay;
};

constexpr FxRow kFxPairs[] = {
    {"EUR", "USD", "欧元/美元", "1.08420", "0.00001", 5, 700, 14000},
    {"GBP", "USD", "英镑/美元", "1.26850", "0.00001", 5, 800, 7000},
    {"USD", "JPY", "美元/日元", "151.240", "0.001", 3, 850, 9000},
    {"USD", "CNY", "美元/人民币", "7.1860", "0.0001", 4, 350, 4500},
    {"USD", "HKD", "美元/港元", "7.7920", "0.0001", 4, 60, 1500},
};

/// The third Friday, on which listed futures and options of most markets expire.
Date thirdFriday(int year, unsigned month)
{
    Date date = Date::of(year, month, 15);
    while (date.weekday() != 4)
        date = date + 1;
    return date;
}

/// The nth expiry of the quarterly cycle (March, June, September, December) that is at least two months away.
Date quarterlyExpiry(Date firstDay, int n)
{
    int year = firstDay.year();
    unsigned month = 3;
    for (;;) {
        const Date expiry = thirdFriday(year, month);
        if (expiry - firstDay >= 60 && n-- == 0)
            return expiry;
        month += 3;
        if (month > 12) {
            month = 3;
            ++year;
        }
    }
}

std::string expiryCode(Date expiry)
{
    constexpr std::array<char, 12> kMonths = {'F', 'G', 'H', 'J', 'K', 'M', 'N', 'Q', 'U', 'V', 'X', 'Z'};
    return std::string(1, kMonths[expiry.month() - 1]) + std::to_string(expiry.year() % 10);
}

int settlementDaysOf(std::string_view currency) { return currency == "EUR" || currency == "HKD" ? 2 : 1; }

class ListBuilder {
public:
    explicit ListBuilder(Date firstDay) : m_firstDay(firstDay) {}

    void equities();
    void bonds();
    void indicesAndFunds();
    void futures();
    void options();
    void currencies();
    void coins();
    std::vector<Listing> take() { return std::move(m_list); }

private:
    Listing& add(std::string symbol, std::string name, std::string nameZh, std::string_view currency, std::string_view price,
                 std::string_view tick, int digits)
    {
        Listing listing;
        Instrument& instrument = listing.instrument;
        instrument.id = InstrumentId(static_cast<std::uint32_t>(m_list.size() + 1));
        instrument.symbol = std::move(symbol);
        instrument.mic = "XSIM";
        instrument.name = std::move(name);
        instrument.nameZh = std::move(nameZh);
        instrument.calendarId = currency == "EUR" ? "TARGET" : "XNYS";
        instrument.timeZone = "America/New_York";
        instrument.spec = {Currency::literal(currency), Price::literal(tick), Quantity::of(1), {}, digits,
                           settlementDaysOf(currency)};
        listing.startPrice = Price::literal(price);
        m_list.push_back(std::move(listing));
        return m_list.back();
    }
    void pace(Listing& listing, int volatilityBp, int beta, std::int64_t dailyVolume, int tradesPerDay, int spreadTicks) const
    {
        listing.volatilityBp = volatilityBp;
        listing.betaPerMille = beta;
        listing.dailyVolume = Quantity::of(dailyVolume);
        listing.tradesPerDay = tradesPerDay;
        listing.spreadTicks = spreadTicks;
    }
    const Listing& at(std::string_view symbol) const
    {
        const auto found = std::find_if(m_list.begin(), m_list.end(),
                                        [&](const Listing& listing) { return listing.instrument.symbol == symbol; });
        RIALTO_CHECK(found != m_list.end(), "a demo instrument derives from one that stands before it");
        return *found;
    }
    InstrumentId id(std::string_view symbol) const { return at(symbol).instrument.id; }
    std::vector<BasketPart> equityBasket(std::string_view currency) const
    {
        std::vector<BasketPart> parts;
        for (const Listing& listing : m_list)
            if (listing.instrument.assetClass() == AssetClass::Equity && listing.instrument.spec.currency.code() == currency)
                parts.push_back({listing.instrument.id, 0});
        for (BasketPart& part : parts)
            part.perMille = 1000 / static_cast<std::int64_t>(parts.size());
        return parts;
    }
    void bond(const char* symbol, const char* name, const char* nameZh, const char* currency, const char* price,
              const char* coupon, int years, int volatilityBp)
    {
        Listing& listing = add(symbol, name, nameZh, currency, price, "0.005", 3);
        listing.instrument.spec.lot = Quantity::of(1000);
        listing.instrument.spec.multiplier = {1, 100};
        const Date maturity = Date::of(m_firstDay.year() + years, 5, 15);
        listing.instrument.details = Bond{Price::literal(coupon), 2, Date::of(m_firstDay.year() - 1, 5, 15), maturity};
        pace(listing, volatilityBp, -60, 40'000'000, 500, 6);
    }
    void future(std::string root, const char* name, const char* nameZh, const char* underlying, int nth, const char* tick,
                std::int64_t multiplier, std::int64_t marginMajor, int tradesPerDay, int spreadTicks)
    {
        const Listing source = at(underlying);
        const Date expiry = quarterlyExpiry(m_firstDay, nth);
        Listing& listing = add(root + expiryCode(expiry), std::string(name) + " " + expiry.text().substr(0, 7),
                               std::string(nameZh) + " " + expiry.text().substr(0, 7), source.instrument.spec.currency.code(),
                               source.startPrice.text(), tick, source.instrument.spec.priceDigits);
        ContractSpec& spec = listing.instrument.spec;
        spec.multiplier = {multiplier, 1};
        spec.settlementDays = 0;
        listing.instrument.details =
            Future{source.instrument.id, expiry, Money(marginMajor * spec.currency.minorPerMajor(), spec.currency)};
        pace(listing, source.volatilityBp, 1000, tradesPerDay * 3, tradesPerDay, spreadTicks);
    }
    void option(const char* underlying, int nth, const char* strike, OptionRight right, int tradesPerDay, int spreadTicks)
    {
        const Listing source = at(underlying);
        const Date expiry = quarterlyExpiry(m_firstDay, nth);
        const bool call = right == OptionRight::Call;
        const std::string text = expiry.text();
        const std::string code = text.substr(2, 2) + text.substr(5, 2) + (call ? "C" : "P") + strike;
        Listing& listing = add(source.instrument.symbol + " " + code,
                               source.instrument.name + " " + strike + (call ? " call " : " put ") + text,
                               source.instrument.nameZh + (call ? " 认购 " : " 认沽 ") + strike + " " + text,
                               source.instrument.spec.currency.code(), "5.00",
                               source.startPrice < Price::of(1000) ? "0.01" : "0.05", 2);
        listing.instrument.spec.multiplier = {100, 1};
        listing.instrument.details = Option{source.instrument.id, expiry, Price::literal(strike), right};
        pace(listing, source.volatilityBp, source.betaPerMille, tradesPerDay * 6, tradesPerDay, spreadTicks);
    }

    Date m_firstDay;
    std::vector<Listing> m_list;
};

void ListBuilder::equities()
{
    for (const EquityRow& row : kEquities) {
        const std::string_view currency = row.currency;
        const bool euro = currency == "EUR";
        Listing& listing = add(row.symbol, row.name, row.nameZh, currency, row.price,
                               euro ? "0.005" : currency == "HKD" ? "0.05" : "0.01", euro ? 3 : 2);
        if (currency == "CNY")
            listing.instrument.spec.lot = Quantity::of(100);
        if (currency == "HKD")
            listing.instrument.spec.lot = Quantity::of(500);
        listing.instrument.details = Equity{};
        pace(listing, row.volatilityBp, row.betaPerMille, row.dailyVolume, row.tradesPerDay, row.spreadTicks);
        if (currency == "HKD")
            listing.instrument.spec.tick = Price::literal(listing.startPrice < Price::of(20) ? "0.02" : "0.05");
    }
}

void ListBuilder::bonds()
{
    bond("RTB29", "Rialtia Treasury 2.750%", "里亚提亚国债 2.750%", "USD", "98.450", "2.750", 3, 250);
    bond("RTB36", "Rialtia Treasury 3.500%", "里亚提亚国债 3.500%", "USD", "96.120", "3.500", 10, 650);
    bond("SOLV31", "Solvane Energy 5.250%", "索梵能源债 5.250%", "USD", "101.300", "5.250", 5, 480);
    bond("ALBE30", "Alberna Chemie 4.000%", "阿尔贝纳化工债 4.000%", "EUR", "100.050", "4.000", 4, 380);
}

void ListBuilder::indicesAndFunds()
{
    // Made first: what is added below would count itself in.
    const auto american = equityBasket("USD");
    const auto european = equityBasket("EUR");
    const auto chinese = equityBasket("CNY");
    add("RX9", "Rialto Nine Index", "里亚托九指数", "USD", "4200.00", "0.01", 2).basket = american;
    add("EUR4", "Eurala Four Index", "欧拉四指数", "EUR", "1850.00", "0.01", 2).basket = european;
    add("LTN4", "Lantern Four Index", "灯笼四指数", "CNY", "3150.00", "0.01", 2).basket = chinese;
    Listing& crude = add("BWC", "Brightwell Crude Spot", "明泉原油现货", "USD", "74.50", "0.01", 2);
    pace(crude, 3000, 300, 0, 1, 1);
    for (Listing& listing : m_list) {
        if (listing.basket.empty() && listing.instrument.symbol != "BWC")
            continue;
        listing.instrument.details = Index{};
        listing.instrument.spec.settlementDays = 0;
    }

    Listing& nine = add("RXF", "Rialto Nine ETF", "里亚托九ETF", "USD", "84.00", "0.01", 2);
    nine.basket = american;
    pace(nine, 0, 1000, 10'000'000, 9000, 1);
    Listing& lantern = add("LTNF", "Lantern China ETF", "灯笼中国ETF", "CNY", "3.150", "0.001", 3);
    lantern.basket = chinese;
    lantern.instrument.spec.lot = Quantity::of(100);
    pace(lantern, 0, 900, 60'000'000, 4000, 1);
    Listing& bonds = add("RBND", "Rialtia Bond ETF", "里亚提亚债券ETF", "USD", "51.20", "0.01", 2);
    bonds.basket = {{id("RTB29"), 400}, {id("RTB36"), 400}, {id("SOLV31"), 200}};
    pace(bonds, 0, -60, 2'000'000, 1500, 1);
    for (Listing* fund : {&m_list[m_list.size() - 3], &m_list[m_list.size() - 2], &m_list[m_list.size() - 1]})
        fund->instrument.details = Fund{};
}

void ListBuilder::futures()
{
    future("RXN", "Rialto Nine future", "里亚托九期货", "RX9", 0, "0.25", 50, 11'000, 15000, 1);
    future("RXN", "Rialto Nine future", "里亚托九期货", "RX9", 1, "0.25", 50, 11'500, 2500, 3);
    future("LTX", "Lantern Four future", "灯笼四期货", "LTN4", 0, "0.20", 300, 110'000, 6000, 2);
    future("BWX", "Brightwell Crude future", "明泉原油期货", "BWC", 0, "0.01", 1000, 6'500, 11000, 2);
}

void ListBuilder::options()
{
    option("MERI", 0, "180", OptionRight::Call, 500, 6);
    option("MERI", 0, "180", OptionRight::Put, 420, 6);
    option("VOTE", 0, "100", OptionRight::Call, 600, 5);
    option("VOTE", 0, "90", OptionRight::Put, 450, 5);
    option("RX9", 0, "4200", OptionRight::Put, 350, 24);
}

void ListBuilder::currencies()
{
    for (const FxRow& row : kFxPairs) {
        const std::string base = row.base;
        Listing& listing =
            add(base + row.quote, base + "/" + row.quote, row.nameZh, row.quote, row.price, row.tick, row.digits);
        listing.instrument.spec.lot = Quantity::of(1000);
        listing.instrument.spec.settlementDays = 2;
        listing.instrument.details = FxPair{Currency::literal(base)};
        pace(listing, row.volatilityBp, 0, 400'000'000, row.tradesPerDay, std::string_view(row.quote) == "USD" ? 8 : 6);
    }
    Listing& cross = add("EURCNY", "EUR/CNY", "欧元/人民币", "CNY", "7.7911", "0.0001", 4);
    cross.instrument.spec.lot = Quantity::of(1000);
    cross.instrument.spec.settlementDays = 2;
    cross.instrument.details = FxPair{Currency::literal("EUR")};
    cross.crossLeft = id("EURUSD");
    cross.crossRight = id("USDCNY");
    pace(cross, 700, 0, 80'000'000, 1800, 12);
}

void ListBuilder::coins()
{
    Listing& orb = add("ORBC", "Orbcoin / USD", "环币/美元", "USD", "41250.00", "0.50", 2);
    orb.instrument.spec.lot = Quantity::literal("0.0001");
    pace(orb, 4500, 900, 9'000, 16000, 16);
    Listing& emb = add("EMBR", "Emberum / USD", "烬币/美元", "USD", "2280.00", "0.05", 2);
    emb.instrument.spec.lot = Quantity::literal("0.001");
    pace(emb, 5500, 1100, 80'000, 9000, 14);
    for (Listing* coin : {&m_list[m_list.size() - 2], &m_list[m_list.size() - 1]}) {
        coin->instrument.calendarId = "24x7";
        coin->instrument.spec.settlementDays = 0;
        coin->instrument.details = Crypto{};
    }
}

} // namespace

std::vector<Listing> demoListings(Date firstDay)
{
    ListBuilder builder(firstDay);
    builder.equities();
    builder.bonds();
    builder.indicesAndFunds();
    builder.futures();
    builder.options();
    builder.currencies();
    builder.coins();
    return builder.take();
}

Listing listingFor(Instrument instrument, Price price)
{
    Listing listing;
    listing.instrument = std::move(instrument);
    listing.startPrice = price;
    listing.volatilityBp = 2500;
    listing.betaPerMille = 1000;
    const std::int64_t lots = listing.instrument.spec.lot.raw() < kFixedOne ? 100'000'000 : 5'000'000;
    listing.dailyVolume = Quantity::fromRaw(listing.instrument.spec.lot.raw() * lots);
    listing.tradesPerDay = 8000;
    // About two hundredths of a percent of the price, at least one tick.
    listing.spreadTicks =
        static_cast<int>(std::clamp<std::int64_t>(price.raw() / 5000 / listing.instrument.spec.tick.raw(), 1, 1000));
    return listing;
}

Listing listingFor(Instrument instrument, const market::ReplaySeries& series)
{
    const market::ReplayPath path(series);
    if (path.empty())
        return listingFor(std::move(instrument), Price::of(100));
    Listing listing = listingFor(std::move(instrument), series.bars.front().open);
    listing.betaPerMille = 0;
    std::int64_t volume = 0;
    std::int32_t days = 0;
    Date last;
    for (const Bar& bar : series.bars) {
        volume = addChecked(volume, bar.volume.raw());
        days += Date::ofUtc(bar.start) != last ? 1 : 0;
        last = Date::ofUtc(bar.start);
    }
    const std::int64_t lot = listing.instrument.spec.lot.raw();
    listing.dailyVolume = Quantity::fromRaw(std::max(volume / days, lot));
    listing.tradesPerDay = static_cast<int>(std::clamp<std::int64_t>(listing.dailyVolume.raw() / lot / 100, 50, 30'000));
    // The spread of liquid shares is about a tenth of the range of a minute.
    const std::int64_t barsAMinute = std::max<std::int64_t>(kNanosPerMinute / series.barNanos, 1);
    const std::int64_t range = path.meanRange() * squareRoot(barsAMinute);
    listing.spreadTicks = static_cast<int>(std::clamp<std::int64_t>(range / 10 / listing.instrument.spec.tick.raw(), 1, 1000));
    // The range of a random walk is 1.6 standard deviations; a year has 98,280 minutes, whose root is 313.
    const std::int64_t price = std::max<std::int64_t>(series.bars.front().open.raw(), 1);
    listing.volatilityBp = static_cast<int>(std::clamp<std::int64_t>(product(range, 313 * 10'000 * 10 / 16, price), 100, 20'000));
    return listing;
}

} // namespace rialto::simulator
