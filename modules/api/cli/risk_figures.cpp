// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/risk_figures.h"

#include "analytics/performance/annualisation.h"
#include "analytics/risk_measures/series_measures.h"
#include "analytics/risk_measures/value_at_risk.h"
#include "numerics/statistics.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace rialto::cli {

namespace {

namespace an = rialto::analytics;

std::string levelText(double level) { return fmt::format("{:g}", level); }

double roundedTo(double value, int digits)
{
    const double unit = std::pow(10.0, digits);
    return std::round(value * unit) / unit;
}

Json drawdownsJson(std::span<const an::Drawdown> all, const RiskConventions& conventions)
{
    std::vector<an::Drawdown> worst(all.begin(), all.end());
    std::stable_sort(worst.begin(), worst.end(), [](const auto& a, const auto& b) { return a.depth > b.depth; });
    if (worst.size() > static_cast<std::size_t>(conventions.worst))
        worst.resize(static_cast<std::size_t>(conventions.worst));
    Json rows = Json::array();
    const auto day = [&](Date date) { return conventions.dated ? Json(date.text()) : Json(date.days + 1); };
    for (const auto& each : worst)
        rows.push_back({{"from", day(each.start)}, {"trough", day(each.trough)}, {"to", each.recovered ? day(*each.recovered) : Json(nullptr)},
            {"depth", roundedTo(-each.depth, conventions.depthDigits)}, {"depth_exact", -each.depth}, {"length", an::countedLength(each)}, {"to_trough", each.toTrough},
            {"recovery", each.recovered ? Json(an::countedLength(each) - each.toTrough) : Json(nullptr)}});
    return rows;
}

void addTails(Json& json, std::span<const double> returns, const RiskConventions& conventions)
{
    const double mean = numerics::mean(returns) - conventions.riskFree;
    for (const double level : conventions.levels) {
        const std::string at = "_" + levelText(level);
        const auto add = [&](const char* kind, an::TailRisk tail) {
            json["VaR_" + (kind + at)] = figure(tail.valueAtRisk);
            json["ES_" + (kind + at)] = figure(tail.shortfall);
        };
        add("historical", an::historicalTail(returns, level, conventions.quantileType));
        add("gaussian", an::gaussianTail(returns, level, conventions.gaussianDdof));
        const auto modified = an::modifiedTail(returns, level, conventions.operational);
        add("modified", modified);
        add("montecarlo", an::monteCarloTail(returns, level, conventions.draws, conventions.seed));
        add("filtered", an::filteredTail(returns, level, conventions.lambda, conventions.quantileType));
        json["sharpe_VaR" + at] = figure(mean / -modified.valueAtRisk);
        json["sharpe_ES" + at] = figure(mean / -modified.shortfall);
    }
}

} // namespace

Json figure(double value) { return std::isfinite(value) ? Json(value == 0 ? 0.0 : value) : Json(nullptr); }

Json conventionsJson(const RiskConventions& conventions)
{
    return {{"rf", conventions.riskFree}, {"rf_unit", "a period"}, {"scale", conventions.scale}, {"scale_unit", "periods a year"}, {"mar", conventions.mar}, {"mar_unit", "a period"},
        {"levels", conventions.levels}, {"returns", "simple, fractions of one"}, {"annualised_return", "geometric: (product of 1 + r)^(scale / n) - 1"},
        {"ddof", conventions.ddof}, {"annualised_deviation", "standard deviation x sqrt(scale)"}, {"downside_side", "full: divided by all n"},
        {"sign_of_VaR_and_ES", "returns: a loss is negative"}, {"gaussian_VaR_ddof", conventions.gaussianDdof}, {"quantile_type", conventions.quantileType},
        {"historical_ES", "mean of the returns below the quantile"}, {"modified_ES", conventions.operational ? "operational: never above the modified VaR" : "not bounded by the VaR"},
        {"sharpe_VaR_and_ES", "mean excess return over the modified VaR and ES of the returns"}, {"filtered_lambda", conventions.lambda}, {"montecarlo_draws", conventions.draws},
        {"montecarlo_seed", conventions.seed}, {"sterling_excess", conventions.sterlingExcess},
        {"burke_drawdowns", "runs of negative returns, as PerformanceAnalytics computes them"},
        {"rf_in_figures_a_year", conventions.mix == an::RatesMix::AsGiven ? "as given (Burke, pain and Martin ratio, M2, epsilon, net selectivity)" : "compounded to a year"},
        {"jensen_alpha_rf", "compounded to a year"}, {"capture", "compounded; up where the benchmark is > 0, down where it is <= 0"},
        {"drawdown_length", "periods from the first below the high to the recovery; one beyond the end when it has not recovered"},
        {"drawdown_depth_digits", conventions.depthDigits}, {"missing", "left out; against a benchmark only days that both have"}};
}

Json seriesJson(std::span<const Date> dates, std::span<const double> returns, const RiskConventions& conventions)
{
    const double rf = conventions.riskFree;
    const double mar = conventions.mar;
    const double scale = conventions.scale;
    const double root = std::sqrt(scale);
    const double mean = numerics::mean(returns);
    const double year = an::annualisedGeometric(returns, scale);
    const double rfYear = std::pow(1 + rf, scale) - 1;
    const double rfMixed = conventions.mix == an::RatesMix::Compounded ? rfYear : rf;
    std::vector<double> excess(returns.begin(), returns.end());
    for (double& each : excess)
        each -= rf;
    const auto index = an::indexOf(dates, returns);
    const auto falls = an::drawdowns(index);
    const auto averages = an::drawdownAverages(falls, returns.size());
    double deepest = 0;
    for (const auto& each : falls)
        deepest = std::max(deepest, each.depth);
    const double deviation = numerics::deviation(returns, conventions.ddof);
    const double excessDeviation = numerics::deviation(excess, conventions.ddof);
    const double skew = numerics::skewness(returns);
    const double kurt = numerics::kurtosis(returns, numerics::KurtosisKind::Moment);
    const double burke = an::burkeDenominator(returns);
    const double ulcer = an::ulcerIndex(returns);
    const double pain = an::painIndex(returns);
    const double upside = an::upsidePotential(returns, mar);
    const double downside = an::downsidePotential(returns, mar);
    const double sharpeYear = numerics::mean(excess) * scale / (excessDeviation * root);
    const double sharpeGeometric = an::annualisedGeometric(excess, scale) / (excessDeviation * root);
    const auto [low, high] = std::minmax_element(returns.begin(), returns.end());

    Json json{{"n", returns.size()}, {"first", conventions.dated ? Json(dates.front().text()) : Json(1)},
        {"last", conventions.dated ? Json(dates.back().text()) : Json(returns.size())}};
    const auto add = [&json](const std::string& name, double value) { json[name] = figure(value); };
    add("cumulative_return", index.back().index - 1);
    add("annualized_return_geometric", year);
    add("annualized_return_arithmetic", mean * scale);
    add("mean", mean);
    add("mean_geometric", an::geometricMean(returns));
    add("median", numerics::quantile(returns, 0.5));
    add("minimum", *low);
    add("maximum", *high);
    add("stddev_sample", numerics::deviation(returns, 1));
    add("stddev_population", numerics::deviation(returns, 0));
    add("stddev_annualized", deviation * root);
    add("standard_error_of_mean", numerics::deviation(returns, 1) / std::sqrt(static_cast<double>(returns.size())));
    add("mean_absolute_deviation", an::meanAbsoluteDeviation(returns));
    add("sharpe_stddev_rf0", mean / deviation);
    add("sharpe_stddev", (mean - rf) / excessDeviation);
    add("sharpe_annualized_arithmetic_rf0", mean * scale / (deviation * root));
    add("sharpe_annualized_geometric_rf0", year / (deviation * root));
    add("sharpe_annualized_arithmetic", sharpeYear);
    add("sharpe_annualized_geometric", sharpeGeometric);
    add("adjusted_sharpe", sharpeYear * (1 + skew / 6 * sharpeYear - (kurt - 3) / 24 * sharpeYear * sharpeYear));
    add("adjusted_sharpe_geometric", sharpeGeometric * (1 + skew / 6 * sharpeGeometric - (kurt - 3) / 24 * sharpeGeometric * sharpeGeometric));
    add("sortino_MAR0", mean / an::downsideDeviation(returns, 0));
    add("sortino", (mean - mar) / an::downsideDeviation(returns, mar));
    add("downside_sharpe", (mean - rf) / (an::semiDeviation(returns) * std::sqrt(2.0)));
    add("downside_deviation_MAR0", an::downsideDeviation(returns, 0));
    add("downside_deviation_MAR_0.5pct", an::downsideDeviation(returns, 0.005));
    add("downside_deviation", an::downsideDeviation(returns, mar));
    add("downside_deviation_subset", an::downsideDeviation(returns, mar, an::Side::Subset));
    add("downside_deviation_annualized", an::downsideDeviation(returns, mar) * root);
    add("downside_potential", downside);
    add("downside_frequency", an::downsideFrequency(returns, mar));
    add("upside_risk", an::upsideDeviation(returns, mar));
    add("upside_risk_subset", an::upsideDeviation(returns, mar, an::Side::Subset));
    add("upside_variance", std::pow(an::upsideDeviation(returns, mar), 2));
    add("upside_potential", upside);
    add("upside_frequency", an::upsideFrequency(returns, mar));
    add("upside_potential_MAR0", an::upsidePotentialRatio(returns, 0));
    add("upside_potential_ratio", an::upsidePotentialRatio(returns, mar));
    add("upside_potential_ratio_full", an::upsidePotentialRatio(returns, mar, an::Side::Full));
    add("semi_deviation", an::semiDeviation(returns));
    add("semi_variance", std::pow(an::semiDeviation(returns), 2));
    add("volatility_skewness", std::pow(an::upsideDeviation(returns, mar) / an::downsideDeviation(returns, mar), 2));
    add("variability_skewness", an::upsideDeviation(returns, mar) / an::downsideDeviation(returns, mar));
    add("max_drawdown", deepest);
    add("average_drawdown", averages.depth);
    add("average_length", averages.length);
    add("average_recovery", averages.recovery);
    add("drawdown_deviation", averages.deviation);
    add("calmar", year / deepest);
    add("sterling_0.1", year / (deepest + 0.1));
    add("sterling", year / (deepest + conventions.sterlingExcess));
    add("ulcer_index", ulcer);
    add("pain_index", pain);
    add("burke", (year - rfMixed) / burke);
    add("burke_modified", (year - rfMixed) / burke * std::sqrt(static_cast<double>(returns.size())));
    add("martin_ratio", (year - rfMixed) / ulcer);
    add("pain_ratio", (year - rfMixed) / pain);
    add("omega_L0", an::omega(returns, 0));
    add("omega", an::omega(returns, mar));
    add("omega_sharpe", (upside - downside) / downside);
    add("kappa_1", an::kappa(returns, mar, 1));
    add("kappa_2", an::kappa(returns, mar, 2));
    add("kappa_3", an::kappa(returns, mar, 3));
    add("kappa_4", an::kappa(returns, mar, 4));
    add("kelly_half", (mean - rf) / (deviation * deviation) / 2);
    add("kelly_full", (mean - rf) / (deviation * deviation));
    add("bernardo_ledoit", an::bernardoLedoit(returns));
    add("d_ratio", an::dRatio(returns));
    add("prospect_ratio", an::prospectRatio(returns, mar));
    add("rachev_ratio_0.1", an::rachevRatio(returns));
    add("hurst_index", an::hurstIndex(returns));
    addTails(json, returns, conventions);
    add("skewness_moment", skew);
    add("skewness_fisher", numerics::skewness(returns, numerics::SkewnessKind::Fisher));
    add("skewness_sample", numerics::skewness(returns, numerics::SkewnessKind::Sample));
    add("kurtosis_moment", kurt);
    add("kurtosis_excess", kurt - 3);
    add("kurtosis_fisher", numerics::kurtosis(returns, numerics::KurtosisKind::Fisher));
    add("kurtosis_sample", numerics::kurtosis(returns, numerics::KurtosisKind::Sample));
    add("kurtosis_sample_excess", numerics::kurtosis(returns, numerics::KurtosisKind::SampleExcess));
    add("skewness_kurtosis_ratio", skew / kurt);
    Json lags = Json::array();
    for (int lag = 1; lag <= 6; ++lag)
        lags.push_back(figure(numerics::autocorrelation(returns, lag)));
    json["autocorrelation"] = std::move(lags);
    add("ljung_box_q6", an::ljungBox(returns, 6));
    json["worst_drawdowns"] = drawdownsJson(falls, conventions);
    return json;
}

Json benchmarkJson(std::span<const double> returns, std::span<const double> benchmark, const RiskConventions& conventions)
{
    const auto m = an::benchmarkMeasures(returns, benchmark, {conventions.riskFree, conventions.scale, conventions.mar, conventions.mix});
    Json json{{"n", returns.size()}};
    for (const auto& [name, value] : std::initializer_list<std::pair<const char*, double>>{{"beta", m.beta}, {"alpha", m.alpha}, {"alpha_annualized", m.alphaAnnualised},
             {"jensen_alpha", m.jensenAlpha}, {"beta_bull", m.betaBull}, {"beta_bear", m.betaBear}, {"timing_ratio", m.timing}, {"correlation", m.correlation},
             {"r_squared", m.rSquared}, {"epsilon", m.epsilon}, {"tracking_error", m.trackingError}, {"active_premium", m.activePremium}, {"information_ratio", m.informationRatio},
             {"annualized_excess_geometric", m.annualisedExcessGeometric}, {"annualized_excess_arithmetic", m.annualisedExcessArithmetic}, {"treynor", m.treynor},
             {"treynor_modified", m.modifiedTreynor}, {"m_squared", m.mSquared}, {"m_squared_excess", m.mSquaredExcessGeometric}, {"m_squared_excess_arithmetic", m.mSquaredExcessArithmetic},
             {"m2_sortino", m.mSquaredSortino}, {"modigliani", m.modigliani}, {"up_capture", m.capture.up}, {"down_capture", m.capture.down}, {"up_number", m.number.up},
             {"down_number", m.number.down}, {"up_percent", m.percent.up}, {"down_percent", m.percent.down}, {"batting_average", m.battingAverage},
             {"systematic_risk", m.systematicRisk}, {"specific_risk", m.specificRisk}, {"total_risk", m.totalRisk}, {"appraisal", m.appraisal}, {"modified_jensen", m.modifiedJensen},
             {"alternative_jensen", m.alternativeJensen}, {"fama_beta", m.famaBeta}, {"selectivity", m.selectivity}, {"net_selectivity", m.netSelectivity},
             {"omega_excess_return", m.omegaExcess}, {"co_skewness", m.coSkewness}, {"co_kurtosis", m.coKurtosis},
             {"beta_covariance", m.betaCovariance}, {"beta_coskewness", m.betaCoSkewness}, {"beta_cokurtosis", m.betaCoKurtosis}})
        json[name] = figure(value);
    if (conventions.scale == 12)
        json["alpha_monthly"] = figure(m.alpha);
    return json;
}

Json rollingJson(std::span<const Date> dates, std::span<const double> returns, int window, const RiskConventions& conventions)
{
    Json rows = Json::array();
    const auto width = static_cast<std::size_t>(window);
    for (std::size_t end = width; end <= returns.size(); ++end) {
        const auto part = returns.subspan(end - width, width);
        const double deviation = numerics::deviation(part, conventions.ddof) * std::sqrt(conventions.scale);
        rows.push_back({{"date", conventions.dated ? Json(dates[end - 1].text()) : Json(end)}, {"annualized_return", figure(an::annualisedGeometric(part, conventions.scale))},
            {"annualized_stddev", figure(deviation)}, {"sharpe_annualized_arithmetic", figure((numerics::mean(part) - conventions.riskFree) * conventions.scale / deviation)}});
    }
    return rows;
}

Json componentsJson(const std::vector<std::string>& names, const std::vector<std::vector<double>>& columns, std::span<const double> weights, double level, int ddof)
{
    const auto tail = an::portfolioTail(columns, weights, level, ddof);
    Json json{{"level", level}, {"covariance_ddof", ddof}, {"periods", columns[0].size()}};
    const auto add = [&](const char* name, const an::RiskParts& parts) {
        Json rows = Json::array();
        for (std::size_t i = 0; i < names.size(); ++i)
            rows.push_back({{"name", names[i]}, {"weight", weights[i]}, {"marginal", figure(parts.marginal[i])}, {"contribution", figure(parts.contribution[i])},
                {"share", figure(parts.share[i])}});
        json[name] = {{"total", figure(parts.total)}, {"parts", rows}};
    };
    add("stddev", tail.deviation);
    add("VaR_gaussian", tail.gaussianValueAtRisk);
    add("ES_gaussian", tail.gaussianShortfall);
    add("VaR_modified", tail.modifiedValueAtRisk);
    add("ES_modified", tail.modifiedShortfall);
    add("ES_historical", tail.historicalShortfall);
    return json;
}

} // namespace rialto::cli
