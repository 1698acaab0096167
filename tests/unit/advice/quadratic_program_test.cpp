// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/rng.h"
#include "numerics/quadratic_program.h"
#include "support/test_main.h"

#include <cmath>
#include <limits>

using namespace rialto;
using namespace rialto::numerics;

namespace {

double unit(Rng& rng) { return static_cast<double>(rng.next() >> 11) * 0x1p-53; }

/// Budget 1, bounds, a covariance with three factors.
QuadraticProgram portfolioProgram(std::size_t n, std::uint64_t seed, double high)
{
    Rng rng(seed);
    QuadraticProgram program;
    program.p = Matrix(n, n);
    Matrix loads(n, 3);
    for (double& each : loads.data)
        each = unit(rng) - 0.3;
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j)
            for (std::size_t k = 0; k < 3; ++k)
                program.p(i, j) += 0.04 * loads(i, k) * loads(j, k);
    for (std::size_t i = 0; i < n; ++i) {
        program.p(i, i) += 0.01 + 0.05 * unit(rng);
        program.q.push_back(-0.2 * unit(rng));
    }
    program.a = Matrix(1, n);
    std::fill(program.a.data.begin(), program.a.data.end(), 1.0);
    program.b = {1};
    program.low.assign(n, 0.0);
    program.high.assign(n, high);
    return program;
}

} // namespace

class QuadraticProgramTest : public QObject {
    Q_OBJECT

private slots:
    // J. Nocedal and S. Wright, Numerical Optimization (2nd ed.), example 16.2: x = (2, -1, 1), multipliers (3, -2) of A'l = gradient.
    void theTextbooksEqualityExampleComesOut()
    {
        QuadraticProgram program;
        program.p = Matrix(3, 3);
        program.p.data = {6, 2, 1, 2, 5, 2, 1, 2, 4};
        program.q = {-8, -3, -3};
        program.a = Matrix(2, 3);
        program.a.data = {1, 0, 0, 1, 1, 1};
        program.b = {3, 0};
        const auto solution = solve(program);
        QVERIFY(solution.ok());
        const double expected[] = {2, -1, 1};
        for (std::size_t i = 0; i < 3; ++i)
            QVERIFY(std::fabs(solution->x[i] - expected[i]) < 1e-9);
        QVERIFY(std::fabs(solution->equalityPrices[0] + 3) < 1e-8 && std::fabs(solution->equalityPrices[1] - 2) < 1e-8);
    }
    // The same book, example 16.4: x = (1.4, 1.7).
    void theTextbooksInequalityExampleComesOut()
    {
        QuadraticProgram program;
        program.p = Matrix(2, 2);
        program.p.data = {2, 0, 0, 2};
        program.q = {-2, -5};
        program.g = Matrix(5, 2);
        program.g.data = {-1, 1, 1, -1, 0, 2, 2, -2, 0, -1};
        program.h = {2, 6, 2, 0, 0};
        const auto solution = solve(program);
        QVERIFY(solution.ok());
        QVERIFY(std::fabs(solution->x[0] - 1.4) < 1e-9 && std::fabs(solution->x[1] - 1.7) < 1e-9);
        QVERIFY(solution->residuals.worst() < 1e-8);
    }
    void bothMethodsAgreeOnPortfolios_data()
    {
        QTest::addColumn<int>("assets");
        QTest::addColumn<double>("high");
        for (const int n : {1, 2, 3, 10, 40, 120})
            for (const double high : {1.0, 0.4, 0.05})
                if (n * high >= 1)
                    QTest::addRow("%d up to %g", n, high) << n << high;
    }
    void bothMethodsAgreeOnPortfolios()
    {
        QFETCH(int, assets);
        QFETCH(double, high);
        for (std::uint64_t seed = 1; seed <= 5; ++seed) {
            const auto program = portfolioProgram(static_cast<std::size_t>(assets), seed, high);
            const auto exact = solve(program);
            QVERIFY(exact.ok());
            QCOMPARE(QByteArray(exact->method.data()), QByteArray("active set"));
            QVERIFY2(exact->residuals.worst() < 1e-10, qPrintable(QString::number(exact->residuals.worst())));
            const auto inner = solve(program, QuadraticMethod::InteriorPoint);
            QVERIFY2(inner.ok(), inner.ok() ? "" : inner.error().text().c_str());
            QVERIFY2(std::fabs(inner->objective - exact->objective) < 1e-9, qPrintable(QString::number(inner->objective - exact->objective)));
            for (std::size_t i = 0; i < exact->x.size(); ++i)
                QVERIFY(std::fabs(inner->x[i] - exact->x[i]) < 1e-5);
        }
    }
    void aFullBudgetOfUpperBoundsIsTheOnlyAnswer()
    {
        auto program = portfolioProgram(10, 3, 0.1);
        const auto solution = solve(program);
        QVERIFY(solution.ok());
        for (const double each : solution->x)
            QVERIFY(std::fabs(each - 0.1) < 1e-12);
        QVERIFY(solution->residuals.worst() < 1e-10);
    }
    void aFixedVariableStaysWhereItIs()
    {
        auto program = portfolioProgram(5, 4, 1);
        program.low[2] = program.high[2] = 0.25;
        for (const auto method : {QuadraticMethod::Automatic, QuadraticMethod::InteriorPoint}) {
            const auto solution = solve(program, method);
            QVERIFY(solution.ok());
            QVERIFY(std::fabs(solution->x[2] - 0.25) < 1e-9);
            QVERIFY(solution->residuals.worst() < 1e-7);
        }
    }
    void whatHasNoAnswerIsSaid()
    {
        auto program = portfolioProgram(4, 5, 0.2); // 4 x 0.2 < 1
        const auto solution = solve(program);
        QVERIFY(!solution.ok());
        QCOMPARE(QString::fromStdString(solution.error().code), QStringLiteral("numerics.qp-infeasible"));
        program.q[1] = std::numeric_limits<double>::quiet_NaN();
        QCOMPARE(QString::fromStdString(solve(program).error().code), QStringLiteral("numerics.qp-not-finite"));
        program.q.pop_back();
        QCOMPARE(QString::fromStdString(solve(program).error().code), QStringLiteral("numerics.qp-shape"));
    }
};

RIALTO_TEST(QuadraticProgramTest)
#include "quadratic_program_test.moc"
