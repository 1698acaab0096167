// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/estimates.h"
#include "advice/optimizer.h"
#include "advice/risk_allocation.h"
#include "analytics/input/text_table.h"
#include "api/cli/book_json.h"
#include "api/cli/command.h"
#include "api/cli/constraint_text.h"
#include "api/cli/input_text.h"
#include "api/cli/risk_figures.h"
#include "numerics/linear_algebra.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace rialto::cli {

namespace {

struct OptimizeArguments {
    std::string prices, objective = "min-variance", market, marketColumn, current, marketWeights, budget;
    std::string covarianceName = "sample", returnName = "mean", priorName = "equal", blackLittermanGoal = "max-sharpe", tickers;
    std::vector<std::string> constraints, views;
    bool returnsGiven = false, logarithmic = false, arithmetic = false;
    double frequency = 252, riskFree = 0.02, aversion = 1, marketAversion = 1, ridge = 0, tau = 0.05, level = 0.95, span = 180, returnSpan = 500, semiBenchmark = 0.000079;
    std::optional<double> targetReturn, targetVolatility;
    int frontier = 0;
};

struct OptimizeInput {
    std::vector<std::string> assets;
    advice::Matrix returns;
    std::vector<double> market;
    std::string first, last;
};

Result<analytics::DatedColumns> pricesOf(const std::string& path)
{
    const auto text = inputText(path);
    if (!text)
        return text.error();
    const auto table = analytics::TextTable::parse(*text);
    if (!table)
        return Error{table.error().kind, table.error().code, path + ": " + table.error().detail};
    auto file = analytics::datedColumns(*table);
    if (!file)
        return Error{file.error().kind, file.error().code, path + ": " + file.error().detail};
    return file;
}

Result<advice::Matrix> returnMatrix(const analytics::DatedColumns& file, const std::vector<std::size_t>& which, const OptimizeArguments& given)
{
    advice::Matrix values(file.dates.size(), which.size());
    for (std::size_t j = 0; j < which.size(); ++j)
        for (std::size_t t = 0; t < file.dates.size(); ++t) {
            const double value = file.columns[which[j]][t];
            if (!given.returnsGiven && !std::isnan(value) && !(value > 0))
                return invalid("optimize.bad-price", fmt::format("{} on {} is {}; a price must be positive (returns? say --returns-given)", file.names[which[j]],
                        file.dates[t].text(), value));
            if (given.returnsGiven && value <= -1)
                return invalid("optimize.bad-return", fmt::format("{} on {} is {}", file.names[which[j]], file.dates[t].text(), value));
            values(t, j) = value;
        }
    return given.returnsGiven ? values : advice::returnsOfPrices(values, given.logarithmic);
}

Result<OptimizeInput> optimizeInput(const OptimizeArguments& given)
{
    const auto file = pricesOf(given.prices);
    if (!file)
        return file.error();
    OptimizeInput input;
    std::vector<std::size_t> which;
    if (given.tickers.empty()) {
        for (std::size_t i = 0; i < file->names.size(); ++i)
            which.push_back(i);
    } else {
        for (std::size_t at = 0; at <= given.tickers.size();) {
            const std::size_t end = std::min(given.tickers.find(',', at), given.tickers.size());
            const auto found = file->find(given.tickers.substr(at, end - at));
            if (!found)
                return notFound("optimize.asset-unknown", "'" + given.tickers.substr(at, end - at) + "' is no column of the prices");
            which.push_back(*found);
            at = end + 1;
        }
    }
    for (const std::size_t i : which)
        input.assets.push_back(file->names[i]);
    auto returns = returnMatrix(*file, which, given);
    if (!returns)
        return returns.error();
    input.returns = std::move(*returns);
    if (input.returns.rows < 2)
        return invalid("advice.too-short", "at least three prices of an asset are needed");
    input.first = file->dated ? file->dates.front().text() : "1";
    input.last = file->dated ? file->dates.back().text() : std::to_string(file->dates.size());
    if (!given.market.empty()) {
        const auto market = pricesOf(given.market);
        if (!market)
            return market.error();
        const auto column = given.marketColumn.empty() ? std::optional<std::size_t>(0) : market->find(given.marketColumn);
        if (!column)
            return notFound("optimize.asset-unknown", "'" + given.marketColumn + "' is no column of the market file");
        // The market's returns on the days of the assets' returns.
        analytics::DatedColumns aligned = *market;
        aligned.dates = file->dates;
        aligned.columns[*column].assign(file->dates.size(), analytics::kMissing);
        for (std::size_t t = 0, k = 0; t < file->dates.size(); ++t) {
            while (k < market->dates.size() && market->dates[k] < file->dates[t])
                ++k;
            if (k < market->dates.size() && market->dates[k] == file->dates[t])
                aligned.columns[*column][t] = market->columns[*column][k];
        }
        const auto values = returnMatrix(aligned, {*column}, given);
        if (!values)
            return values.error();
        if (values->rows != input.returns.rows)
            return invalid("optimize.market", "the market lacks prices on days of the assets");
        input.market.assign(values->data.begin(), values->data.end());
    }
    return input;
}

Json residualsJson(const numerics::KktResiduals& residuals)
{
    return {{"stationarity", residuals.stationarity}, {"equality", residuals.equality}, {"violation", residuals.violation}, {"complementarity", residuals.complementarity},
        {"dual_sign", residuals.dualSign}};
}

Json weightsJson(const std::vector<std::string>& assets, const std::vector<double>& weights)
{
    Json json = Json::object();
    for (std::size_t i = 0; i < assets.size(); ++i)
        json[assets[i]] = std::fabs(weights[i]) < 1e-12 ? 0.0 : weights[i];
    return json;
}

template <class Model>
Model modelNamed(const std::string& name, std::initializer_list<std::pair<const char*, Model>> all)
{
    for (const auto& [text, model] : all)
        if (name == text)
            return model;
    return all.begin()->second;
}

advice::CovarianceModel covarianceModel(const std::string& name)
{
    using Model = advice::CovarianceModel;
    return modelNamed<Model>(name, {{"sample", Model::Sample}, {"exponential", Model::Exponential}, {"semicovariance", Model::Semi}, {"ledoit-wolf", Model::LedoitWolfConstantVariance},
            {"ledoit-wolf-constant-correlation", Model::LedoitWolfConstantCorrelation}, {"ledoit-wolf-single-factor", Model::LedoitWolfSingleFactor},
            {"oracle-approximating", Model::OracleApproximating}});
}

Json allocationJson(const std::vector<std::string>& assets, const advice::Allocation& allocation)
{
    return {{"weights", weightsJson(assets, allocation.weights)}, {"expected_return", figure(allocation.expectedReturn)}, {"volatility", figure(allocation.volatility)},
        {"sharpe", figure(allocation.sharpe)}};
}

/// Expected returns and covariance after the views.
Result<Json> applyViews(advice::Problem& problem, const OptimizeArguments& given, const std::vector<std::string>& assets)
{
    std::vector<advice::View> views;
    for (const auto& text : given.views) {
        auto view = readView(text, assets);
        if (!view)
            return view.error();
        views.push_back(std::move(*view));
    }
    if (views.empty())
        return invalid("optimize.views", "black-litterman needs at least one --view ASSET=RETURN or ASSET-OTHER=RETURN");
    std::vector<double> prior(assets.size(), given.priorName == "equal" ? 1.0 / static_cast<double>(assets.size()) : 0.0);
    if (given.priorName == "mean")
        prior = problem.expected;
    if (given.priorName == "market") {
        const auto weights = readAssetNumbers(given.marketWeights, assets);
        if (!weights)
            return weights.error();
        double sum = 0;
        for (const double each : *weights)
            sum += each;
        if (!(sum > 0))
            return invalid("optimize.views", "the market prior needs --market-weights NAME=CAPITALISATION,...");
        std::vector<double> shares = *weights;
        for (double& each : shares)
            each /= sum;
        prior = numerics::multiply(problem.covariance, shares);
        for (double& each : prior)
            each = each * given.marketAversion + given.riskFree;
    }
    const auto posterior = advice::blackLitterman(problem.covariance, std::move(prior), views, given.tau);
    if (!posterior)
        return posterior.error();
    problem.expected = posterior->posterior;
    problem.covariance = posterior->covariance;
    return Json{{"prior", weightsJson(assets, posterior->prior)}, {"posterior", weightsJson(assets, posterior->posterior)}, {"tau", given.tau},
        {"omega", "diagonal of P tau S P'"}, {"prior_from", given.priorName}};
}

int optimize(Context& context, const OptimizeArguments& given)
{
    const auto input = optimizeInput(given);
    if (!input)
        return context.fail(input.error());
    const auto& assets = input->assets;
    auto constraints = readConstraints(given.constraints, assets);
    if (!constraints)
        return context.fail(constraints.error());
    if (!given.current.empty()) {
        const auto current = readAssetNumbers(given.current, assets);
        if (!current)
            return context.fail(current.error());
        constraints->current = *current;
    } else if (constraints->turnover) {
        constraints->current.assign(assets.size(), 1.0 / static_cast<double>(assets.size()));
    }
    advice::Problem problem;
    problem.constraints = *constraints;
    problem.riskFree = given.riskFree;
    problem.riskAversion = given.aversion;
    problem.ridge = given.ridge;
    advice::ReturnOptions returnOptions;
    returnOptions.model = modelNamed<advice::ReturnModel>(given.returnName,
        {{"mean", advice::ReturnModel::Mean}, {"ema", advice::ReturnModel::Exponential}, {"capm", advice::ReturnModel::Capm}});
    returnOptions.compounding = !given.arithmetic;
    returnOptions.frequency = given.frequency;
    returnOptions.span = given.returnSpan;
    returnOptions.riskFree = given.riskFree;
    returnOptions.market = input->market;
    problem.expected = advice::expectedReturns(input->returns, returnOptions);
    for (std::size_t i = 0; i < assets.size(); ++i)
        if (!std::isfinite(problem.expected[i]))
            return context.fail(invalid("advice.too-short", assets[i] + " has no two prices in a row"));
    advice::CovarianceOptions covarianceOptions{covarianceModel(given.covarianceName), given.frequency, given.span, given.semiBenchmark};
    auto estimate = advice::covariance(input->returns, covarianceOptions);
    if (!estimate)
        return context.fail(estimate.error());
    problem.covariance = std::move(estimate->matrix);

    Json document{{"objective", given.objective}, {"assets", assets.size()}, {"from", input->first}, {"to", input->last}, {"returns", input->returns.rows},
        {"conventions", {{"returns", given.returnsGiven ? "given" : given.logarithmic ? "logarithmic" : "simple"}, {"frequency", given.frequency},
                            {"expected_returns", given.returnName}, {"compounding", !given.arithmetic}, {"ema_span", given.returnSpan}, {"covariance", given.covarianceName},
                            {"covariance_ddof", given.covarianceName == "sample" || given.covarianceName == "ledoit-wolf-constant-correlation" ? 1 : 0},
                            {"exponential_span", given.span}, {"semicovariance_benchmark", given.semiBenchmark}, {"rf", given.riskFree}, {"rf_unit", "a year"},
                            {"risk_aversion", given.aversion}, {"utility", "mu'w - risk_aversion / 2 w'Sw"}, {"ridge", given.ridge},
                            {"constraints", given.constraints.empty() ? Json::array({"long-only"}) : Json(given.constraints)}, {"weights", "add up to 1"}}}};
    if (estimate->shrinkage)
        document["shrinkage"] = *estimate->shrinkage;
    std::string goal = given.objective;
    if (goal == "black-litterman") {
        auto told = applyViews(problem, given, assets);
        if (!told)
            return context.fail(told.error());
        document["black_litterman"] = std::move(*told);
        goal = given.blackLittermanGoal;
    }
    advice::Allocation allocation;
    if (goal == "risk-parity" || goal == "hrp") {
        if (!given.constraints.empty() && given.constraints != std::vector<std::string>{"long-only"})
            return context.fail(invalid("optimize.constraint", goal + " knows no constraints: its weights are all above zero"));
        if (goal == "hrp") {
            auto hrp = advice::hierarchical(problem.covariance, advice::pairCorrelation(input->returns));
            if (!hrp)
                return context.fail(hrp.error());
            allocation = advice::describe(problem, std::move(hrp->weights));
            allocation.method = "hierarchical risk parity, single linkage";
            Json order = Json::array();
            for (const std::size_t leaf : hrp->order)
                order.push_back(assets[leaf]);
            document["leaf_order"] = std::move(order);
        } else {
            std::vector<double> budget;
            if (!given.budget.empty()) {
                const auto read = readAssetNumbers(given.budget, assets);
                if (!read)
                    return context.fail(read.error());
                budget = *read;
                double sum = 0;
                for (const double each : budget)
                    sum += each;
                for (double& each : budget)
                    each /= sum > 0 ? sum : 1;
            }
            auto parity = advice::riskParity(problem.covariance, std::move(budget));
            if (!parity)
                return context.fail(parity.error());
            allocation = advice::describe(problem, std::move(parity->weights));
            allocation.iterations = parity->rounds;
            allocation.method = "risk parity, cyclic coordinate steps";
            document["risk_shares"] = weightsJson(assets, parity->shares);
            document["residuals"] = {{"risk_share", parity->worst}};
        }
    } else if (goal == "cvar") {
        for (const double each : input->returns.data)
            if (std::isnan(each))
                return context.fail(invalid("optimize.gaps", "cvar needs a price of every asset on every day; leave out assets (--tickers) or days"));
        auto least = advice::leastShortfall(input->returns, problem.constraints, given.level);
        if (!least)
            return context.fail(least.error());
        allocation = advice::describe(problem, std::move(least->weights));
        allocation.iterations = least->planes;
        allocation.method = "conditional value at risk by cutting planes";
        document["cvar"] = {{"level", given.level}, {"cvar", least->shortfall}, {"var", least->valueAtRisk}, {"sign", "a loss is positive"}, {"unit", "a period"}};
        document["residuals"] = {{"gap", least->gap}};
    } else {
        const auto objective = given.targetReturn ? advice::Objective::TargetReturn
            : given.targetVolatility             ? advice::Objective::TargetVolatility
                                                 : modelNamed<advice::Objective>(goal, {{"min-variance", advice::Objective::MinVariance}, {"max-sharpe", advice::Objective::MaxSharpe},
                                                                                            {"mean-variance", advice::Objective::Utility}});
        problem.target = given.targetReturn.value_or(given.targetVolatility.value_or(0));
        auto solved = advice::optimize(problem, objective);
        if (!solved)
            return context.fail(solved.error());
        allocation = std::move(*solved);
        document["residuals"] = residualsJson(allocation.residuals);
    }
    document["method"] = allocation.method;
    document["iterations"] = allocation.iterations;
    document.update(allocationJson(assets, allocation));
    if (given.frontier > 1) {
        auto points = advice::frontier(problem, given.frontier);
        if (!points)
            return context.fail(points.error());
        Json list = Json::array();
        for (const auto& each : *points)
            list.push_back(allocationJson(assets, each));
        document["frontier"] = std::move(list);
    }
    std::vector<std::vector<std::string>> cells;
    for (std::size_t i = 0; i < assets.size(); ++i)
        if (std::fabs(allocation.weights[i]) > 5e-7)
            cells.push_back({assets[i], fmt::format("{:.4f} %", allocation.weights[i] * 100), fmt::format("{:.4f} %", problem.expected[i] * 100)});
    std::string text = table({"asset", "weight", "expected return"}, cells);
    text += fmt::format("expected return {:.4f} %, volatility {:.4f} %, Sharpe ratio {:.4f} (rf {:g})\n", allocation.expectedReturn * 100, allocation.volatility * 100, allocation.sharpe,
        given.riskFree);
    text += allocation.method + fmt::format(", {} rounds; largest open optimality condition {:.1e}", allocation.iterations, allocation.residuals.worst());
    return context.ok(document, text);
}

} // namespace

Command optimizeCommand()
{
    return {{"optimize"}, "Weights of a portfolio from prices: mean-variance, Black-Litterman, risk parity, hierarchical, CVaR",
        {"rialtoctl optimize --prices prices.csv --objective max-sharpe --rf 0.02 --json",
            "rialtoctl optimize --prices p.csv --objective min-variance --constraints 'max=0.1;group:tech(GOOG+AAPL)=0.1..0.3;cardinality=8'",
            "rialtoctl optimize --prices p.csv --objective black-litterman --view AAPL=0.2 --view GOOG-BAC=0.05 --prior market --market-weights GOOG=927,AAPL=1190,BAC=301",
            "rialtoctl optimize --prices p.csv --objective mean-variance --target-return 0.15 --covariance ledoit-wolf --frontier 20"},
        [](CLI::App& app) -> Action {
            auto given = std::make_shared<OptimizeArguments>();
            app.add_option("--prices", given->prices, "CSV: a date and a column of prices for each asset")->required();
            app.add_option("--objective", given->objective, "What is wanted")
                ->check(CLI::IsMember({"min-variance", "max-sharpe", "mean-variance", "black-litterman", "risk-parity", "hrp", "cvar"}))->capture_default_str();
            app.add_option("--constraints", given->constraints, "long-only; short; min=; max=; asset:NAME=L..H; group:NAME(A+B)=L..H; turnover=; cardinality=");
            app.add_option("--tickers", given->tickers, "Only these columns: A,B,C");
            app.add_option("--target-return", given->targetReturn, "A year: least variance with exactly that expected return");
            app.add_option("--target-volatility", given->targetVolatility, "A year: largest expected return with at most that volatility");
            app.add_option("--risk-aversion", given->aversion, "Of mean-variance")->check(CLI::Range(1e-6, 1e9))->capture_default_str();
            app.add_option("--ridge", given->ridge, "Adds ridge x w'w to the variance (L2 regularisation)")->check(CLI::Range(0.0, 1e6))->capture_default_str();
            app.add_option("--rf", given->riskFree, "Riskless rate a year")->check(CLI::Range(-0.9, 10.0))->capture_default_str();
            app.add_option("--frequency", given->frequency, "Periods a year")->check(CLI::Range(0.01, 1e6))->capture_default_str();
            app.add_flag("--returns-given", given->returnsGiven, "The file holds returns, not prices");
            app.add_flag("--log-returns", given->logarithmic, "Logarithmic instead of simple returns");
            app.add_flag("--arithmetic", given->arithmetic, "Expected returns: mean x frequency instead of compounded");
            app.add_option("--expected-returns", given->returnName, "How")->check(CLI::IsMember({"mean", "ema", "capm"}))->capture_default_str();
            app.add_option("--ema-span", given->returnSpan, "Of ema, in periods")->check(CLI::Range(1.0, 1e6))->capture_default_str();
            app.add_option("--covariance", given->covarianceName, "How")
                ->check(CLI::IsMember({"sample", "exponential", "semicovariance", "ledoit-wolf", "ledoit-wolf-constant-correlation", "ledoit-wolf-single-factor", "oracle-approximating"}))
                ->capture_default_str();
            app.add_option("--exponential-span", given->span, "Of the exponential covariance, in periods")->check(CLI::Range(1.0, 1e6))->capture_default_str();
            app.add_option("--semi-benchmark", given->semiBenchmark, "Of the semicovariance, a period")->capture_default_str();
            app.add_option("--market", given->market, "CSV of a market index, for capm; default the mean of the assets");
            app.add_option("--market-column", given->marketColumn, "Its column");
            app.add_option("--current", given->current, "Weights held now, for turnover: A=0.5,B=0.5; default equal");
            app.add_option("--view", given->views, "Black-Litterman: ASSET=0.2 or ASSET-OTHER=0.05, a year");
            app.add_option("--prior", given->priorName, "Black-Litterman: equal (1/n), market (aversion x S w + rf), mean, zero")
                ->check(CLI::IsMember({"equal", "market", "mean", "zero"}))->capture_default_str();
            app.add_option("--market-weights", given->marketWeights, "Capitalisations for --prior market: A=927,B=1190");
            app.add_option("--market-risk-aversion", given->marketAversion, "Of --prior market")->check(CLI::Range(0.0, 1e6))->capture_default_str();
            app.add_option("--tau", given->tau, "Black-Litterman")->check(CLI::Range(1e-9, 1e3))->capture_default_str();
            app.add_option("--then", given->blackLittermanGoal, "What black-litterman optimises with the posterior")
                ->check(CLI::IsMember({"max-sharpe", "min-variance", "mean-variance"}))->capture_default_str();
            app.add_option("--risk-budget", given->budget, "Risk parity: A=0.6,B=0.4; default equal");
            app.add_option("--level", given->level, "CVaR confidence")->check(CLI::Range(0.5, 0.9999))->capture_default_str();
            app.add_option("--frontier", given->frontier, "Also so many points of the efficient frontier")->check(CLI::Range(2, 1000));
            return [given](Context& context) { return optimize(context, *given); };
        }};
}

} // namespace rialto::cli
