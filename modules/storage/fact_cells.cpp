// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/fact_cells.h"

#include "clients/records/record_text.h"

#include <array>
#include <utility>

namespace rialto::storage {

static_assert(std::variant_size_v<Fact> == kFactKinds, "a new kind of fact needs a table, a migration and its cells here");

namespace {

class CellWriter {
public:
    CellWriter& i(std::int64_t value)
    {
        m_cells.emplace_back(value);
        return *this;
    }
    template <class Tag, class Rep>
    CellWriter& id(Id<Tag, Rep> value)
    {
        return i(static_cast<std::int64_t>(value.value));
    }
    template <class Tag>
    CellWriter& fixed(Fixed<Tag> value)
    {
        return i(value.raw());
    }
    template <class Enum>
    CellWriter& e(Enum value)
    {
        return i(static_cast<std::int64_t>(value));
    }
    CellWriter& t(std::string value)
    {
        m_cells.emplace_back(std::move(value));
        return *this;
    }
    CellWriter& money(const Money& value) { return i(value.minor()).t(value.currency().code()); }
    CellWriter& null()
    {
        m_cells.emplace_back(Null{});
        return *this;
    }
    Cells take() { return std::move(m_cells); }

private:
    Cells m_cells;
};

class CellReader {
public:
    explicit CellReader(const Cells& cells) : m_cells(cells) {}

    std::int64_t i()
    {
        const auto* value = at(m_next++);
        const auto* number = value == nullptr ? nullptr : std::get_if<std::int64_t>(value);
        m_good = m_good && number != nullptr;
        return number == nullptr ? 0 : *number;
    }
    std::string t()
    {
        const auto* value = at(m_next++);
        const auto* text = value == nullptr ? nullptr : std::get_if<std::string>(value);
        m_good = m_good && text != nullptr;
        return text == nullptr ? std::string() : *text;
    }
    template <class Enum>
    Enum e(int count)
    {
        const std::int64_t value = i();
        m_good = m_good && value >= 0 && value < count;
        return static_cast<Enum>(m_good ? value : 0);
    }
    template <class IdType>
    IdType id()
    {
        return IdType(static_cast<decltype(IdType{}.value)>(i()));
    }
    template <class FixedType>
    FixedType fixed()
    {
        return FixedType::fromRaw(i());
    }
    int small() { return static_cast<int>(i()); }
    Date date() { return Date(static_cast<std::int32_t>(i())); }
    Timestamp time() { return Timestamp(i()); }
    Currency currency()
    {
        const std::string code = t();
        if (code.empty())
            return {};
        const auto parsed = Currency::parse(code);
        m_good = m_good && parsed.ok();
        return parsed.ok() ? *parsed : Currency{};
    }
    Money money()
    {
        const std::int64_t minor = i();
        return {minor, currency()};
    }
    void skip(std::size_t count) { m_next += count; }
    template <class T>
    Result<T> done(T value) const
    {
        if (!m_good || m_next != m_cells.size())
            return corrupt("storage.corrupt", "a stored row has a value that has no meaning");
        return value;
    }
    bool good() const { return m_good; }
    bool more() const { return m_next < m_cells.size(); }

private:
    const Cell* at(std::size_t index) const { return index < m_cells.size() ? &m_cells[index] : nullptr; }
    const Cells& m_cells;
    std::size_t m_next = 0;
    bool m_good = true;
};

constexpr std::size_t kDetailCells = 11;

void writeDetails(CellWriter& out, const InstrumentDetails& details)
{
    const auto nulls = [&out](std::size_t count) {
        for (std::size_t i = 0; i < count; ++i)
            out.null();
    };
    if (const auto* bond = std::get_if<Bond>(&details)) {
        out.fixed(bond->couponPercent).i(bond->couponsPerYear).i(bond->issued.days).i(bond->maturity.days);
        nulls(7);
    } else if (const auto* future = std::get_if<Future>(&details)) {
        nulls(4);
        out.id(future->underlying).i(future->expiry.days).money(future->initialMargin);
        nulls(3);
    } else if (const auto* option = std::get_if<Option>(&details)) {
        nulls(4);
        out.id(option->underlying).i(option->expiry.days);
        nulls(2);
        out.fixed(option->strike).e(option->right).null();
    } else if (const auto* pair = std::get_if<FxPair>(&details)) {
        nulls(10);
        out.t(pair->base.code());
    } else {
        nulls(kDetailCells);
    }
}

InstrumentDetails readDetails(CellReader& in, AssetClass assetClass)
{
    switch (assetClass) {
    case AssetClass::Bond: {
        Bond bond;
        bond.couponPercent = in.fixed<Price>();
        bond.couponsPerYear = in.small();
        bond.issued = in.date();
        bond.maturity = in.date();
        in.skip(7);
        return bond;
    }
    case AssetClass::Future: {
        Future future;
        in.skip(4);
        future.underlying = in.id<InstrumentId>();
        future.expiry = in.date();
        future.initialMargin = in.money();
        in.skip(3);
        return future;
    }
    case AssetClass::Option: {
        Option option;
        in.skip(4);
        option.underlying = in.id<InstrumentId>();
        option.expiry = in.date();
        in.skip(2);
        option.strike = in.fixed<Price>();
        option.right = in.e<OptionRight>(2);
        in.skip(1);
        return option;
    }
    case AssetClass::FxPair: {
        in.skip(10);
        return FxPair{in.currency()};
    }
    case AssetClass::Equity: in.skip(kDetailCells); return Equity{};
    case AssetClass::Fund: in.skip(kDetailCells); return Fund{};
    case AssetClass::Crypto: in.skip(kDetailCells); return Crypto{};
    case AssetClass::Index: in.skip(kDetailCells); return Index{};
    }
    return Equity{};
}

Cells rowOf(const Instrument& it)
{
    CellWriter out;
    out.id(it.id).t(it.symbol).t(it.mic).t(it.name).t(it.nameZh).t(it.calendarId).t(it.timeZone).t(it.spec.currency.code());
    out.fixed(it.spec.tick).fixed(it.spec.lot).i(it.spec.multiplier.numerator).i(it.spec.multiplier.denominator);
    out.i(it.spec.priceDigits).i(it.spec.settlementDays).e(it.assetClass());
    writeDetails(out, it.details);
    return out.take();
}

Cells rowOf(const Client& it)
{
    return CellWriter().id(it.id).id(it.household).t(it.number).t(it.name).t(it.nameZh).i(it.since.days).take();
}

Cells rowOf(const Account& it)
{
    return CellWriter().id(it.id).id(it.client).t(it.number).t(it.base.code()).i(it.opened.days).take();
}

Cells rowOf(const Order& it)
{
    const OrderRequest& ask = it.request;
    CellWriter out;
    out.id(it.id).t(ask.commandId).id(ask.account).id(ask.instrument).e(ask.side).e(ask.type).e(ask.tif).fixed(ask.quantity).fixed(ask.limit);
    out.e(it.state).fixed(it.filled).money(it.filledValue).t(it.brokerOrderId).t(it.reason).i(it.createdAt.nanos).i(it.updatedAt.nanos);
    if (!ask.terms.plain())
        out.t(text(ask.terms));
    return out.take();
}

Cells rowOf(const ExecutionReport& it)
{
    CellWriter out;
    out.t(it.executionId).id(it.order).e(it.event).t(it.brokerOrderId).fixed(it.lastQuantity).fixed(it.lastPrice).money(it.fee).money(it.tax);
    out.fixed(it.newQuantity).fixed(it.newLimit).t(it.reason).i(it.time.nanos);
    return out.take();
}

Cells rowOf(const TransferGroup& it)
{
    CellWriter out;
    out.t(it.key).e(it.kind).id(it.account).i(it.time.nanos).i(it.knownAt.nanos).i(it.tradeDate.days).i(it.settleDate.days).id(it.order);
    out.id(it.instrument).fixed(it.quantity).fixed(it.price).t(it.memo);
    return out.take();
}

Cells rowOf(const DeskRecord& it)
{
    return CellWriter().e(it.kind).t(it.id).i(it.revision).i(it.time.nanos).t(it.by).t(it.body).take();
}

Cells rowOf(const clients::ClientRecord& it)
{
    return CellWriter().e(it.kind()).i(static_cast<std::int64_t>(it.id)).i(it.revision).i(it.time.nanos).t(it.by).t(clients::recordText(it.body)).take();
}

Result<Fact> instrumentFrom(CellReader in)
{
    Instrument it;
    it.id = in.id<InstrumentId>();
    it.symbol = in.t();
    it.mic = in.t();
    it.name = in.t();
    it.nameZh = in.t();
    it.calendarId = in.t();
    it.timeZone = in.t();
    it.spec.currency = in.currency();
    it.spec.tick = in.fixed<Price>();
    it.spec.lot = in.fixed<Quantity>();
    it.spec.multiplier.numerator = in.i();
    it.spec.multiplier.denominator = in.i();
    it.spec.priceDigits = in.small();
    it.spec.settlementDays = in.small();
    it.details = readDetails(in, in.e<AssetClass>(static_cast<int>(std::variant_size_v<InstrumentDetails>)));
    return in.done(Fact(std::move(it)));
}

Result<Fact> clientFrom(CellReader in)
{
    Client it;
    it.id = in.id<ClientId>();
    it.household = in.id<HouseholdId>();
    it.number = in.t();
    it.name = in.t();
    it.nameZh = in.t();
    it.since = in.date();
    return in.done(Fact(std::move(it)));
}

Result<Fact> accountFrom(CellReader in)
{
    Account it;
    it.id = in.id<AccountId>();
    it.client = in.id<ClientId>();
    it.number = in.t();
    it.base = in.currency();
    it.opened = in.date();
    return in.done(Fact(std::move(it)));
}

Result<Fact> orderFrom(CellReader in)
{
    Order it;
    it.id = in.id<OrderId>();
    it.request.commandId = in.t();
    it.request.account = in.id<AccountId>();
    it.request.instrument = in.id<InstrumentId>();
    it.request.side = in.e<Side>(2);
    it.request.type = in.e<OrderType>(kOrderTypes);
    it.request.tif = in.e<TimeInForce>(kTimesInForce);
    it.request.quantity = in.fixed<Quantity>();
    it.request.limit = in.fixed<Price>();
    it.state = in.e<OrderState>(kOrderStates);
    it.filled = in.fixed<Quantity>();
    it.filledValue = in.money();
    it.brokerOrderId = in.t();
    it.reason = in.t();
    it.createdAt = in.time();
    it.updatedAt = in.time();
    if (in.more()) {
        auto terms = parseOrderTerms(in.t());
        if (!terms)
            return corrupt("storage.corrupt", terms.error().text());
        it.request.terms = std::move(*terms);
    }
    return in.done(Fact(std::move(it)));
}

Result<Fact> executionFrom(CellReader in)
{
    ExecutionReport it;
    it.executionId = in.t();
    it.order = in.id<OrderId>();
    it.event = in.e<OrderEvent>(kOrderEvents);
    it.brokerOrderId = in.t();
    it.lastQuantity = in.fixed<Quantity>();
    it.lastPrice = in.fixed<Price>();
    it.fee = in.money();
    it.tax = in.money();
    it.newQuantity = in.fixed<Quantity>();
    it.newLimit = in.fixed<Price>();
    it.reason = in.t();
    it.time = in.time();
    return in.done(Fact(std::move(it)));
}

constexpr int kGroupKinds = static_cast<int>(GroupKind::CorporateAction) + 1;
constexpr int kBuckets = static_cast<int>(Bucket::Income) + 1;

Result<Fact> groupFrom(CellReader in)
{
    TransferGroup it;
    it.key = in.t();
    it.kind = in.e<GroupKind>(kGroupKinds);
    it.account = in.id<AccountId>();
    it.time = in.time();
    it.knownAt = in.time();
    it.tradeDate = in.date();
    it.settleDate = in.date();
    it.order = in.id<OrderId>();
    it.instrument = in.id<InstrumentId>();
    it.quantity = in.fixed<Quantity>();
    it.price = in.fixed<Price>();
    it.memo = in.t();
    return in.done(Fact(std::move(it)));
}

Result<Fact> deskFrom(CellReader in)
{
    DeskRecord it;
    it.kind = in.e<DeskRecordKind>(kDeskRecordKinds);
    it.id = in.t();
    it.revision = in.i();
    it.time = in.time();
    it.by = in.t();
    it.body = in.t();
    return in.done(Fact(std::move(it)));
}

Result<Fact> recordFrom(CellReader in)
{
    clients::ClientRecord it;
    const auto kind = in.e<clients::RecordKind>(clients::kRecordKinds);
    it.id = static_cast<std::uint64_t>(in.i());
    it.revision = in.i();
    it.time = in.time();
    it.by = in.t();
    const std::string text = in.t();
    if (!in.good())
        return corrupt("storage.corrupt", "a stored row has a value that has no meaning");
    auto body = clients::parseRecord(kind, text);
    if (!body)
        return corrupt("storage.corrupt", body.error().text());
    it.body = std::move(*body);
    return in.done(Fact(std::move(it)));
}

} // namespace

Cells cellsOf(const Fact& fact)
{
    return std::visit([](const auto& it) { return rowOf(it); }, fact);
}

Cells cellsOf(const Transfer& it)
{
    CellWriter out;
    out.id(it.from.account).e(it.from.bucket).id(it.to.account).e(it.to.bucket).i(static_cast<std::int64_t>(it.asset.key)).i(it.amount);
    return out.take();
}

Cells cellsOf(const ReservationChange& it)
{
    return CellWriter().id(it.order).id(it.account).i(static_cast<std::int64_t>(it.asset.key)).i(it.delta).take();
}

Result<Fact> factFrom(FactKind kind, const Cells& cells)
{
    const CellReader in(cells);
    switch (kind) {
    case FactKind::Instrument: return instrumentFrom(in);
    case FactKind::Client: return clientFrom(in);
    case FactKind::Account: return accountFrom(in);
    case FactKind::Order: return orderFrom(in);
    case FactKind::Execution: return executionFrom(in);
    case FactKind::Group: return groupFrom(in);
    case FactKind::ClientRecord: return recordFrom(in);
    case FactKind::Desk: return deskFrom(in);
    }
    return corrupt("storage.corrupt", "a stored fact is of no known kind");
}

Result<Transfer> transferFrom(const Cells& cells)
{
    CellReader in(cells);
    Transfer it;
    it.from.account = in.id<AccountId>();
    it.from.bucket = in.e<Bucket>(kBuckets);
    it.to.account = in.id<AccountId>();
    it.to.bucket = in.e<Bucket>(kBuckets);
    it.asset.key = static_cast<std::uint64_t>(in.i());
    it.amount = in.i();
    return in.done(it);
}

Result<ReservationChange> reservationFrom(const Cells& cells)
{
    CellReader in(cells);
    ReservationChange it;
    it.order = in.id<OrderId>();
    it.account = in.id<AccountId>();
    it.asset.key = static_cast<std::uint64_t>(in.i());
    it.delta = in.i();
    return in.done(it);
}

const std::string& cellTypes(FactKind kind)
{
    static const std::array<std::string, kFactKinds> types{
        "itttttttiiiiiii" "IIIIIIITIIT", // instrument: own columns, then details
        "iittti",
        "iitti",
        "itiiiiiiiiiittt" "iiA",
        "tiitiiitit" "iiti",
        "tiiiiiiiiiit",
        "iiiitt",
        "itiitt",
    };
    return types[static_cast<std::size_t>(kind)];
}

std::string uniqueKey(const Fact& fact)
{
    struct Namer {
        std::string operator()(const Instrument& it) const { return "instrument " + std::to_string(it.id.value); }
        std::string operator()(const Client& it) const { return "client " + std::to_string(it.id.value); }
        std::string operator()(const Account& it) const { return "account " + std::to_string(it.id.value); }
        std::string operator()(const Order& it) const { return "order " + std::to_string(it.id.value) + " of command " + it.request.commandId; }
        std::string operator()(const ExecutionReport& it) const { return "execution " + it.executionId; }
        std::string operator()(const TransferGroup& it) const { return "transfer group " + it.key; }
        std::string operator()(const DeskRecord& it) const { return std::string(name(it.kind)) + " " + it.id + " revision " + std::to_string(it.revision); }
        std::string operator()(const clients::ClientRecord& it) const
        {
            return std::string(clients::name(it.kind())) + " " + std::to_string(it.id) + " revision " + std::to_string(it.revision);
        }
    };
    return std::visit(Namer{}, fact);
}

void addTo(Hasher& hasher, const Cells& cells)
{
    for (const Cell& cell : cells) {
        if (const auto* number = std::get_if<std::int64_t>(&cell))
            hasher.add(std::uint64_t{1}).add(*number);
        else if (const auto* text = std::get_if<std::string>(&cell))
            hasher.add(std::uint64_t{2}).add(std::string_view(*text));
        else
            hasher.add(std::uint64_t{3});
    }
}

} // namespace rialto::storage
