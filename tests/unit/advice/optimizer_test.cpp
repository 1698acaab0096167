// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/estimates.h"
#include "advice/optimizer.h"
#include "advice/risk_allocation.h"
#include "numerics/linear_algebra.h"
#include "support/test_main.h"

#include <cmath>
#include <numeric>

using namespace rialto;
using namespace rialto::advice;

namespace {

Problem threeAssets()
{
    Problem problem;
    problem.expected = {0.08, 0.12, 0.1};
    problem.covariance = Matrix(3, 3);
    problem.covariance.data = {0.04, 0.01, 0.0, 0.01, 0.09, 0.02, 0.0, 0.02, 0.0625};
    problem.riskFree = 0.02;
    return problem;
}

bool about(double a, double b, double within) { return std::fabs(a - b) <= within; }

} // namespace

class OptimizerTest : public QObject {
    Q_OBJECT

private slots:
    void withoutABindingLimitTheClosedFormsHold()
    {
        const Problem problem = threeAssets();
        Matrix ones(3, 1);
        Matrix excess(3, 1);
        for (std::size_t i = 0; i < 3; ++i) {
            ones(i, 0) = 1;
            excess(i, 0) = problem.expected[i] - problem.riskFree;
        }
        for (const auto& [objective, right] : {std::pair{Objective::MinVariance, ones}, {Objective::MaxSharpe, excess}}) {
            const auto closed = numerics::solve(problem.covariance, right); // S^-1 1 and S^-1 (mu - rf), scaled to 1
            const double sum = std::accumulate(closed->data.begin(), closed->data.end(), 0.0);
            const auto solved = optimize(problem, objective);
            QVERIFY(solved.ok());
            for (std::size_t i = 0; i < 3; ++i)
                QVERIFY(about(solved->weights[i], closed->data[i] / sum, 1e-8));
        }
    }
    void theFrontierRisesAndMeetsItsTargets()
    {
        const auto points = frontier(threeAssets(), 9);
        QVERIFY(points.ok());
        QCOMPARE(points->size(), std::size_t{9});
        for (std::size_t i = 1; i < points->size(); ++i) {
            QVERIFY((*points)[i].volatility >= (*points)[i - 1].volatility - 1e-12);
            QVERIFY((*points)[i].expectedReturn > (*points)[i - 1].expectedReturn);
        }
        QVERIFY(about(points->back().weights[1], 1, 1e-9));
        Problem problem = threeAssets();
        problem.target = (*points)[4].volatility;
        const auto back = optimize(problem, Objective::TargetVolatility);
        QVERIFY(back.ok());
        QVERIFY(about(back->volatility, problem.target, 1e-9));
        QVERIFY(about(back->expectedReturn, (*points)[4].expectedReturn, 1e-7));
    }
    void limitsGroupsTurnoverAndCountHold()
    {
        Problem problem = threeAssets();
        problem.constraints.groups.push_back({"two", {0, 2}, 0.2, 0.5});
        problem.constraints.high = {0.4, 0.55, 0.45};
        for (const auto objective : {Objective::MinVariance, Objective::MaxSharpe, Objective::Utility}) {
            const auto solved = optimize(problem, objective);
            QVERIFY2(solved.ok(), solved.ok() ? "" : solved.error().text().c_str());
            QVERIFY(solved->weights[0] + solved->weights[2] < 0.5 + 1e-8);
            QVERIFY(about(solved->weights[0] + solved->weights[1] + solved->weights[2], 1, 1e-9));
            QVERIFY(solved->weights[1] < 0.55 + 1e-8);
        }
        problem.constraints = {};
        problem.constraints.current = {0, 0, 1};
        problem.constraints.turnover = 0.3;
        for (const auto objective : {Objective::MinVariance, Objective::MaxSharpe}) {
            const auto solved = optimize(problem, objective);
            QVERIFY2(solved.ok(), solved.ok() ? "" : solved.error().text().c_str());
            QVERIFY(about(1 - solved->weights[2], 0.15, 1e-6)); // half is sold, half is bought
        }
        problem.constraints = {};
        problem.constraints.cardinality = 2;
        const auto few = optimize(problem, Objective::MinVariance);
        QVERIFY(few.ok());
        QCOMPARE(std::count_if(few->weights.begin(), few->weights.end(), [](double each) { return each > 1e-6; }), std::ptrdiff_t{2});
    }
    void whatCannotBeIsRefused()
    {
        Problem problem = threeAssets();
        problem.constraints.high = {0.2, 0.2, 0.2};
        QCOMPARE(QString::fromStdString(optimize(problem, Objective::MinVariance).error().code), QStringLiteral("advice.infeasible"));
        problem.constraints = {};
        problem.target = 0.5;
        QCOMPARE(QString::fromStdString(optimize(problem, Objective::TargetReturn).error().code), QStringLiteral("advice.infeasible"));
        problem.target = 0.01;
        QCOMPARE(QString::fromStdString(optimize(problem, Objective::TargetVolatility).error().code), QStringLiteral("advice.infeasible"));
        problem.riskFree = 0.2;
        QCOMPARE(QString::fromStdString(optimize(problem, Objective::MaxSharpe).error().code), QStringLiteral("advice.infeasible"));
    }
    void everyAssetGivesItsShareOfTheRisk()
    {
        const Problem problem = threeAssets();
        const auto parity = riskParity(problem.covariance, {0.5, 0.3, 0.2});
        QVERIFY(parity.ok());
        const auto product = numerics::multiply(problem.covariance, parity->weights);
        const double variance = numerics::form(parity->weights, problem.covariance, parity->weights);
        const double wanted[] = {0.5, 0.3, 0.2};
        for (std::size_t i = 0; i < 3; ++i)
            QVERIFY(about(parity->weights[i] * product[i] / variance, wanted[i], 1e-10));
    }
    void withoutCorrelationParityIsInverseVolatilityAndTheTreeInverseVariance()
    {
        Matrix diagonal(4, 4);
        for (std::size_t i = 0; i < 4; ++i)
            diagonal(i, i) = 0.01 * static_cast<double>((i + 1) * (i + 1));
        const auto parity = riskParity(diagonal);
        const auto tree = hierarchical(diagonal, correlationOf(diagonal));
        QVERIFY(parity.ok() && tree.ok());
        const double volatilities = 1 + 1.0 / 2 + 1.0 / 3 + 1.0 / 4;
        const double variances = 1 + 1.0 / 4 + 1.0 / 9 + 1.0 / 16;
        for (std::size_t i = 0; i < 4; ++i) {
            QVERIFY(about(parity->weights[i], 1.0 / static_cast<double>(i + 1) / volatilities, 1e-10));
            QVERIFY(about(tree->weights[i], 1.0 / static_cast<double>((i + 1) * (i + 1)) / variances, 1e-12));
        }
    }
    void theLeastShortfallOfTwoMirroredAssetsIsTheirMiddle()
    {
        Matrix scenarios(40, 2);
        for (std::size_t t = 0; t < 40; ++t) {
            const double move = t % 2 == 0 ? 0.01 : -0.01;
            scenarios(t, 0) = move * static_cast<double>(t + 1) / 40;
            scenarios(t, 1) = -scenarios(t, 0) + 0.001;
        }
        const auto least = leastShortfall(scenarios, {}, 0.9);
        QVERIFY2(least.ok(), least.ok() ? "" : least.error().text().c_str());
        QVERIFY(about(least->weights[0], 0.5, 1e-6));
        QVERIFY(about(least->shortfall, -0.0005, 1e-7));
    }
    void aCertainViewPullsAndNoViewIsRefused()
    {
        const Problem problem = threeAssets();
        const std::vector<double> prior{0.05, 0.07, 0.06};
        const auto views = blackLitterman(problem.covariance, prior, {{{1, 0, 0}, 0.10}});
        QVERIFY(views.ok());
        // O = tau P S P': the view's asset goes halfway, the others by their beta to it.
        QVERIFY(about(views->posterior[0], 0.075, 1e-12));
        QVERIFY(about(views->posterior[1], 0.07 + 0.025 * 0.01 / 0.04, 1e-12));
        QVERIFY(about(views->posterior[2], 0.06, 1e-12));
        QVERIFY(!blackLitterman(problem.covariance, prior, {}).ok());
    }
    void shrinkageStaysBetweenSampleAndTarget()
    {
        Matrix returns(60, 3);
        for (std::size_t t = 0; t < 60; ++t)
            for (std::size_t j = 0; j < 3; ++j)
                returns(t, j) = 0.01 * std::sin(static_cast<double>(t * (j + 2) + j)) + 0.003 * std::cos(static_cast<double>(t));
        for (const auto model : {CovarianceModel::LedoitWolfConstantVariance, CovarianceModel::LedoitWolfConstantCorrelation, CovarianceModel::LedoitWolfSingleFactor,
                 CovarianceModel::OracleApproximating}) {
            const auto estimate = covariance(returns, {model, 1, 180, 0});
            QVERIFY(estimate.ok() && estimate->shrinkage);
            QVERIFY(*estimate->shrinkage >= 0 && *estimate->shrinkage <= 1);
            for (std::size_t i = 0; i < 3; ++i)
                for (std::size_t j = 0; j < 3; ++j)
                    QCOMPARE(estimate->matrix(i, j), estimate->matrix(j, i));
        }
    }
};

RIALTO_TEST(OptimizerTest)
#include "optimizer_test.moc"
