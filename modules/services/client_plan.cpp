// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/client_plan.h"

#include <algorithm>
#include <map>

namespace rialto {

namespace {

bool advisedOn(AssetClass assetClass) { return assetClass == AssetClass::Equity || assetClass == AssetClass::Bond || assetClass == AssetClass::Fund; }

void addAssessment(ClientPlan& plan, const clients::ClientRegistry& registry, ClientId client)
{
    const auto party = registry.partyOf(client);
    if (!party.valid())
        return;
    registry.each<clients::Assessment>([&](const clients::ClientRecord&, const clients::Assessment& assessment) {
        if (assessment.party != party || (plan.assessed && assessment.taken < *plan.assessed))
            return;
        plan.assessed = assessment.taken;
        plan.score = assessment.score;
        plan.profile = assessment.profile;
    });
}

const Instrument* bySymbol(const std::map<InstrumentId, Instrument>& instruments, const std::string& symbol)
{
    for (const auto& [id, instrument] : instruments)
        if (instrument.symbol == symbol)
            return &instrument;
    return nullptr;
}

} // namespace

Result<ClientPlan> clientPlan(const StatementInputs& inputs, const reports::ReportData& data, const clients::ClientRegistry* registry)
{
    ClientPlan plan;
    plan.base = data.statement.base;
    plan.day = data.statement.to;
    plan.cash = Money::zero(plan.base);
    for (const auto& row : data.statement.cash) {
        plan.cash += row.closingBase;
        plan.book.cash.push_back({row.closing.currency().code(), row.closingBase.minor()});
    }
    std::map<std::string, std::size_t> places;
    for (const auto& row : data.statement.holdings) {
        const Instrument* instrument = bySymbol(inputs.instruments, row.symbol);
        if (instrument == nullptr)
            return notFound("services.price-missing", row.symbol);
        plan.book.holdings.push_back({row.symbol, row.assetClass, row.valueLocal.currency().code(), instrument->mic, row.valueBase.minor(), row.quantity.isNegative()});
        if (!advisedOn(row.assetClass) || row.quantity.isNegative()) {
            plan.left.push_back(row.symbol);
            continue;
        }
        const auto [at, fresh] = places.emplace(row.symbol, plan.positions.size());
        if (fresh) {
            advice::PlanPosition position;
            position.symbol = row.symbol;
            position.assetClass = row.assetClass;
            position.price = row.price;
            position.spec = instrument->spec;
            const auto rate = inputs.prices.rate(instrument->spec.currency, plan.base, plan.day);
            if (!rate)
                return rate.error();
            position.fxRate = rate->price;
            plan.positions.push_back(std::move(position));
            plan.names.emplace_back(row.symbol, row.name);
        }
        plan.positions[at->second].quantity += row.quantity;
    }
    for (const auto& lot : data.lots) {
        const auto at = places.find(lot.symbol);
        if (at == places.end() || !lot.quantity.isPositive())
            continue;
        const auto cost = inputs.prices.convert(lot.cost, plan.base, lot.acquired);
        if (!cost)
            return cost.error();
        plan.positions[at->second].lots.push_back({lot.groupKey, lot.acquired, lot.quantity, *cost});
    }
    if (registry != nullptr)
        addAssessment(plan, *registry, inputs.client.id);
    return plan;
}

Result<void> addModelPositions(ClientPlan& plan, const std::vector<advice::TargetWeight>& targets, const std::map<InstrumentId, Instrument>& instruments, const PriceHistory& prices)
{
    for (const auto& target : targets) {
        if (std::any_of(plan.positions.begin(), plan.positions.end(), [&](const auto& each) { return each.symbol == target.symbol; }))
            continue;
        const Instrument* instrument = bySymbol(instruments, target.symbol);
        const auto close = instrument == nullptr ? std::nullopt : prices.close(instrument->id, plan.day);
        if (!close)
            return notFound("advice.price-missing", "the model asks for " + target.symbol + ", of which this book knows no price; give a model of its instruments with --models FILE");
        const auto rate = prices.rate(instrument->spec.currency, plan.base, plan.day);
        if (!rate)
            return rate.error();
        advice::PlanPosition position;
        position.symbol = target.symbol;
        position.assetClass = instrument->assetClass();
        position.price = close->price;
        position.spec = instrument->spec;
        position.fxRate = rate->price;
        plan.positions.push_back(std::move(position));
        plan.names.emplace_back(target.symbol, reports::LocalizedText{instrument->name, instrument->nameZh});
    }
    return {};
}

clients::MandateBook bookAfter(const clients::MandateBook& book, const advice::RebalancePlan& plan)
{
    clients::MandateBook after;
    for (const auto& holding : book.holdings) {
        const bool planned = std::any_of(plan.lines.begin(), plan.lines.end(), [&](const auto& line) { return line.symbol == holding.symbol; });
        if (!planned || holding.isShort)
            after.holdings.push_back(holding);
    }
    for (const auto& line : plan.lines) {
        if (line.symbol.empty())
            after.cash.push_back({plan.base.code(), line.valueAfter.minor()});
        else if (line.valueAfter.minor() != 0)
            after.holdings.push_back({line.symbol, line.assetClass, plan.base.code(), {}, line.valueAfter.minor(), false});
    }
    return after;
}

reports::ProposalFacts proposalOf(ClientPlan plan, const std::vector<advice::ModelPortfolio>& models, advice::RebalanceOptions options, const std::map<InstrumentId, Instrument>& instruments, const PriceHistory& prices)
{
    reports::ProposalFacts facts;
    facts.profile = plan.profile;
    facts.score = plan.score;
    facts.assessed = plan.assessed;
    facts.before = clients::suitabilityOf(plan.profile, plan.book);
    facts.after = facts.before;
    if (plan.profile == clients::RiskProfile::None) {
        facts.problem = reports::LocalizedText{"There is no risk assessment of this client yet: without a profile nothing can be proposed.", "该客户尚未进行风险评估：没有风险类型，无法提出建议。"};
        return facts;
    }
    auto model = advice::modelFor(models, plan.profile);
    if (!model) {
        facts.problem = reports::LocalizedText{model.error().detail, "没有与该风险类型对应的模型组合。"};
        return facts;
    }
    facts.model = std::move(*model);
    if (const auto added = addModelPositions(plan, facts.model.weights, instruments, prices); !added) {
        facts.problem = reports::LocalizedText{added.error().text(), "模型组合中的品种在本账簿中没有价格：" + added.error().detail};
        return facts;
    }
    facts.names = plan.names;
    options.cash = plan.cash;
    options.today = plan.day;
    if (!options.cashNeed.currency().valid())
        options.cashNeed = Money::zero(plan.base);
    if (!options.leastTrade.currency().valid())
        options.leastTrade = Money::zero(plan.base);
    auto planned = advice::rebalance(plan.positions, facts.model.weights, options);
    if (!planned) {
        facts.problem = reports::LocalizedText{planned.error().text(), "无法生成方案：" + planned.error().detail};
        return facts;
    }
    facts.after = clients::suitabilityOf(plan.profile, bookAfter(plan.book, *planned));
    facts.plan = std::move(*planned);
    return facts;
}

} // namespace rialto
