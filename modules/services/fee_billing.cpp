// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/fee_billing.h"

#include "clients/input/fee_schedule_json.h"
#include "services/client_holdings.h"
#include "services/statement_service.h"
#include "services/statement_state.h"

#include <algorithm>
#include <future>
#include <set>

namespace rialto {

namespace {

using clients::BillingPeriod;
using clients::BillingValue;
using clients::FeeSchedule;

struct Facts {
    std::vector<TransferGroup> groups;
    std::map<InstrumentId, Instrument> instruments;
    std::map<InstrumentId, Price> marks;
};

Result<Facts> factsOf(AppServices& services)
{
    std::promise<Result<Facts>> promise;
    auto answer = promise.get_future();
    services.query([&promise](const Engine& engine) {
        Facts facts;
        std::set<InstrumentId> touched;
        for (const auto& group : engine.ledger().groups())
            if (!group.transfers.empty()) {
                facts.groups.push_back(group);
                touched.insert(group.instrument);
                for (const auto& transfer : group.transfers)
                    if (transfer.asset.isInstrument())
                        touched.insert(transfer.asset.instrument());
            }
        for (const auto& [id, instrument] : engine.instruments()) {
            if (touched.count(id) == 0 && instrument.assetClass() != AssetClass::FxPair)
                continue;
            facts.instruments.emplace(id, instrument);
            if (const auto mark = engine.mark(id))
                facts.marks.emplace(id, *mark);
        }
        promise.set_value(std::move(facts));
    }, [&promise](const Error& error) { promise.set_value(error); });
    return answer.get();
}

/// Days on which an account is valued, ascending.
std::vector<Date> valuationDays(const FeeSchedule& schedule, const BillingPeriod& period, Date opened, Date last)
{
    std::set<std::int32_t> days;
    const Date begin = std::max(opened, period.first);
    const bool performance = std::any_of(schedule.components.begin(), schedule.components.end(), [](const auto& each) { return each.kind == clients::FeeKind::Performance; });
    if (performance) // the mark has a past
        for (BillingPeriod at = BillingPeriod::containing(std::max(opened, period.first - 3660), schedule.frequency); at.last < period.first; at = at.next())
            days.insert(at.last.days);
    if (schedule.valueBasis == clients::ValueBasis::Daily) {
        for (Date day = begin; day <= last; day = day + 1)
            days.insert(day.days);
    } else {
        days.insert(begin.days);
        for (BillingPeriod month = BillingPeriod::containing(begin, clients::BillingFrequency::Month); month.last < last; month = month.next())
            days.insert(month.last.days);
        days.insert(last.days);
    }
    std::vector<Date> list;
    for (const auto day : days)
        if (Date(day) <= last)
            list.emplace_back(day);
    return list;
}

class Planner {
public:
    Planner(const BookSnapshot& book, const Facts& facts, const PriceHistory& prices, const FeeRequest& request, Date today)
        : m_book(book), m_facts(facts), m_prices(prices), m_request(request), m_last(std::min(request.period.last, today))
    {
        for (const TransferGroup& group : facts.groups)
            m_groups[group.account].push_back(&group);
        for (auto& [account, list] : m_groups)
            std::stable_sort(list.begin(), list.end(), [](const TransferGroup* a, const TransferGroup* b) { return a->tradeDate < b->tradeDate; });
    }

    Result<FeePlan> plan(const FeeSchedule& schedule, const std::vector<AccountId>& accounts)
    {
        FeePlan out;
        out.schedule = schedule;
        std::vector<BillingValue> values;
        for (const AccountId account : accounts)
            if (const auto added = addValues(schedule, account, values); !added)
                return added.error();
        if (values.empty()) {
            out.bill.period = m_request.period;
            return out;
        }
        auto bills = clients::bill(schedule, values, m_request.period);
        if (!bills)
            return bills.error();
        out.bill = std::move(bills->front());
        for (const auto& group : out.bill.groups)
            for (const auto& bill : group.accounts)
                if (const auto posted = post(schedule, bill, out); !posted)
                    return posted.error();
        return out;
    }

private:
    Result<void> addValues(const FeeSchedule& schedule, AccountId id, std::vector<BillingValue>& values)
    {
        const Account* account = m_book.account(id);
        if (account == nullptr || m_last < account->opened)
            return {};
        std::string household;
        if (const auto party = m_book.registry->partyOf(account->client); party.valid())
            if (const auto home = m_book.registry->householdOf(party); home.valid())
                household = m_book.registry->party(home)->number;
        if (household.empty())
            if (const Client* client = m_book.client(account->client); client != nullptr && client->household.valid())
                household = "H-" + std::to_string(client->household.value);
        statement::State state;
        const auto& groups = m_groups[id];
        std::size_t next = 0;
        for (const Date day : valuationDays(schedule, m_request.period, account->opened, m_last)) {
            BillingValue value;
            value.row = values.size() + 1;
            value.account = account->number;
            value.household = household;
            value.date = day;
            value.opened = account->opened;
            for (; next < groups.size() && groups[next]->tradeDate <= day; ++next)
                if (const auto moved = move(schedule, *groups[next], state, value); !moved)
                    return moved;
            const auto worth = statement::valueByCurrency(state, m_facts.instruments, m_prices, day);
            if (!worth)
                return worth.error();
            const auto total = statement::inBase(*worth, schedule.currency, m_prices, day);
            if (!total)
                return total.error();
            value.value = total->minor();
            values.push_back(std::move(value));
        }
        return {};
    }

    Result<void> move(const FeeSchedule& schedule, const TransferGroup& group, statement::State& state, BillingValue& value) const
    {
        state.apply(group);
        if (group.kind == GroupKind::Trade) {
            const auto found = m_facts.instruments.find(group.instrument);
            const auto worth = found == m_facts.instruments.end() ? Result<Money>(Money::zero(schedule.currency)) : valueOf(found->second, group.price, group.quantity.abs());
            const auto traded = worth ? m_prices.convert(*worth, schedule.currency, group.tradeDate) : worth;
            if (!traded)
                return traded.error();
            ++value.trades;
            value.traded = addChecked(value.traded, traded->minor());
        }
        for (const auto& [currency, amount] : statement::bucketEffect(group, Bucket::External)) {
            const auto flow = currency == schedule.currency ? Result<Money>(amount) : m_prices.convert(amount, schedule.currency, group.tradeDate);
            if (!flow)
                return flow.error();
            value.flow = addChecked(value.flow, -flow->minor()); // what left the outside came in
        }
        return {};
    }

    Result<void> post(const FeeSchedule& schedule, const clients::AccountBill& bill, FeePlan& out) const
    {
        if (bill.fee <= 0)
            return {};
        const auto account = std::find_if(m_book.accounts.begin(), m_book.accounts.end(), [&](const Account& each) { return each.number == bill.account; });
        FeePosting posting;
        const std::string which = schedule.id.empty() ? schedule.name : schedule.id;
        posting.key = out.bill.period.text() + "/" + which + "/" + bill.account;
        posting.account = account->id;
        posting.date = out.bill.period.last;
        const Money fee(bill.fee, schedule.currency);
        const auto own = account->base == schedule.currency ? Result<Money>(fee) : m_prices.convert(fee, account->base, m_last);
        if (!own)
            return own.error();
        if (own->minor() <= 0)
            return {};
        posting.amount = *own;
        posting.memo = "Fee " + out.bill.period.text() + (account->base == schedule.currency ? "" : ", " + fee.text() + " " + fee.currency().code());
        const bool known = std::any_of(m_facts.groups.begin(), m_facts.groups.end(), [&](const TransferGroup& group) { return group.key == "fee:" + posting.key; });
        if (known)
            out.known.push_back(bill.account);
        else
            out.postings.push_back(std::move(posting));
        return {};
    }

    const BookSnapshot& m_book;
    const Facts& m_facts;
    const PriceHistory& m_prices;
    const FeeRequest& m_request;
    Date m_last;
    std::map<AccountId, std::vector<const TransferGroup*>> m_groups;
};

/// Which schedule each account is under, as the text of the agreement.
std::map<AccountId, std::string> agreements(const BookSnapshot& book, const BillingPeriod& period)
{
    const auto& registry = *book.registry;
    const auto accounts = accountsById(book);
    std::map<AccountId, std::pair<int, std::string>> best; // nearness: 3 account, 2 party, 1 household
    registry.each<clients::FeeAgreement>([&](const auto&, const clients::FeeAgreement& agreement) {
        if ((agreement.from && period.last < *agreement.from) || (agreement.to && *agreement.to < period.first))
            return;
        const auto take = [&](AccountId account, int nearness) {
            auto& known = best[account];
            if (known.first <= nearness)
                known = {nearness, agreement.schedule};
        };
        if (agreement.subject.account.valid()) {
            take(agreement.subject.account, 3);
            return;
        }
        const clients::Party* party = registry.party(agreement.subject.party);
        for (const auto& [account, share] : registry.lookThrough(agreement.subject.party, accounts))
            take(account, party != nullptr && party->kind == clients::PartyKind::Household ? 1 : 2);
    });
    std::map<AccountId, std::string> list;
    for (auto& [account, found] : best)
        list.emplace(account, std::move(found.second));
    return list;
}

} // namespace

Result<std::vector<FeePlan>> planFees(AppServices& services, market::BarStore& bars, const FeeRequest& request)
{
    const auto book = services.book();
    const Date today = services.session().tradingDay;
    if (!request.openPeriod && today <= request.period.last)
        return refused("billing.period-open", request.period.text() + " ends on " + request.period.last.text() + "; the book is at " + today.text() + ". --dry-run looks ahead");
    const auto gathered = factsOf(services);
    if (!gathered)
        return gathered.error();
    const Facts& facts = *gathered;
    const auto prices = closesOf(bars, facts.instruments, facts.marks, today);
    if (!prices)
        return prices.error();
    std::map<std::string, std::vector<AccountId>> bySchedule;
    if (request.forAll) {
        for (const Account& account : book->accounts)
            bySchedule[""].push_back(account.id);
    } else {
        for (const auto& [account, text] : agreements(*book, request.period))
            bySchedule[text].push_back(account);
        if (bySchedule.empty())
            return notFound("billing.no-agreement", "no account of the book has a fee agreement in " + request.period.text() + "; give a schedule for all with --schedule FILE.json");
    }
    Planner planner(*book, facts, *prices, request, today);
    std::vector<FeePlan> plans;
    for (const auto& [text, accounts] : bySchedule) {
        FeeSchedule schedule;
        if (request.forAll) {
            schedule = *request.forAll;
        } else {
            auto read = clients::readFeeSchedule(text);
            if (!read)
                return read.error();
            schedule = std::move(*read);
        }
        if (schedule.frequency != request.period.frequency)
            continue;
        if (schedule.id.empty() && schedule.name.empty())
            schedule.id = "fees";
        auto plan = planner.plan(schedule, accounts);
        if (!plan)
            return plan.error();
        plans.push_back(std::move(*plan));
    }
    return plans;
}

} // namespace rialto
