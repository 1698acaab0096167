// SPDX-License-Identifier: GPL-3.0-or-later
// The unit vectors of Tulip Indicators (tests/untest.txt, LGPL-3.0, in shared/data/analytics/ta_reference/tulip_untest.json):
// every case whose function is in our catalogue, under the conventions that Tulip takes (exponential averages begin with the
// first value). Its tolerance: 0.001, or 0.0005 of the value. What Tulip computes by another definition is named in kOther.
#include "analytics/indicator_core/indicator.h"
#include "support/test_main.h"

#include <nlohmann/json.hpp>

#include <QFile>

#include <cmath>
#include <map>
#include <set>

using namespace rialto;
using namespace rialto::analytics;

namespace {

struct Recipe {
    std::string inputs;                  // of h l c o v and x y, in Tulip's order
    std::vector<std::string> parameters; // names for Tulip's options, in order
    std::vector<std::string> fixed;
    std::vector<std::string> outputs;    // ours, in Tulip's order; empty: all in order
    std::string indicator{};             // ours, when the name means another thing here
};

const std::map<std::string, Recipe>& recipes()
{
    static const std::map<std::string, Recipe> all{
        {"ad", {"hlcv", {}, {}, {}}}, {"adosc", {"hlcv", {"fast", "slow"}, {"seed=first"}, {}}}, {"ao", {"hl", {}, {}, {}}},
        {"apo", {"x", {"fast", "slow"}, {"ma=ema", "seed=first"}, {}}}, {"aroon", {"hl", {"period"}, {}, {}}}, {"aroonosc", {"hl", {"period"}, {}, {}}},
        {"avgprice", {"ohlc", {}, {}, {}}}, {"bbands", {"x", {"period", "deviations"}, {}, {"lower", "middle", "upper"}}}, {"bop", {"ohlc", {}, {}, {}}},
        {"cci", {"hlc", {"period"}, {}, {}}}, {"cmo", {"x", {"period"}, {"smoothing=sum"}, {}}}, {"crossany", {"xy", {}, {}, {}}}, {"crossover", {"xy", {}, {}, {}}},
        {"decay", {"x", {"period"}, {}, {}}}, {"dema", {"x", {"period"}, {"seed=first"}, {}}}, {"edecay", {"x", {"period"}, {}, {}}}, {"ema", {"x", {"period"}, {"seed=first"}, {}}},
        {"fosc", {"x", {"period"}, {}, {}}}, {"hma", {"x", {"period"}, {}, {}}}, {"kama", {"x", {"period"}, {}, {}}}, {"lag", {"x", {"period"}, {}, {}}},
        {"linreg", {"x", {"period"}, {}, {}}}, {"linregslope", {"x", {"period"}, {}, {}}}, {"marketfi", {"hlv", {}, {}, {}}}, {"mass", {"hl", {"period"}, {"seed=first"}, {}}},
        {"max", {"x", {"period"}, {}, {}}}, {"md", {"x", {"period"}, {}, {}}}, {"medprice", {"hl", {}, {}, {}}}, {"mfi", {"hlcv", {"period"}, {}, {}}}, {"min", {"x", {"period"}, {}, {}}},
        {"mom", {"x", {"period"}, {}, {}}}, {"msw", {"x", {"period"}, {}, {}}}, {"nvi", {"xv", {}, {}, {}}}, {"obv", {"xv", {}, {"start=zero"}, {}}},
        {"ppo", {"x", {"fast", "slow"}, {"ma=ema", "seed=first"}, {}}}, {"pvi", {"xv", {}, {}, {}}}, {"qstick", {"oc", {"period"}, {}, {}}}, {"rocr", {"x", {"period"}, {}, {}}},
        {"rsi", {"x", {"period"}, {}, {}}}, {"sma", {"x", {"period"}, {}, {}}}, {"stddev", {"x", {"period"}, {}, {}}}, {"stderr", {"x", {"period"}, {}, {}}},
        {"stoch", {"hlc", {"fast_k", "slow_k", "slow_d"}, {}, {}}}, {"sum", {"x", {"period"}, {}, {}}}, {"tema", {"x", {"period"}, {"seed=first"}, {}}},
        {"tr", {"hlc", {}, {"first=range"}, {}}}, {"trima", {"x", {"period"}, {}, {}}}, {"trix", {"x", {"period"}, {"seed=first"}, {}}}, {"tsf", {"x", {"period"}, {}, {}}},
        {"typprice", {"hlc", {}, {}, {}}}, {"ultosc", {"hlc", {"period1", "period2", "period3"}, {}, {}}}, {"var", {"x", {"period"}, {}, {}}}, {"vhf", {"x", {"period"}, {}, {}}},
        {"vosc", {"v", {"fast", "slow"}, {}, {}}}, {"vwma", {"xv", {"period"}, {}, {}}}, {"wad", {"hlc", {}, {}, {}}}, {"wcprice", {"hlc", {}, {}, {}}},
        {"wilders", {"x", {"period"}, {}, {}}}, {"willr", {"hlc", {"period"}, {}, {}}}, {"wma", {"x", {"period"}, {}, {}}}, {"zlema", {"x", {"period"}, {"seed=first"}, {}}},
        {"dpo", {"x", {"period"}, {}, {}}}, {"cvi", {"hl", {"period"}, {"seed=first"}, {}}}, {"volatility", {"x", {"period"}, {}, {}}},
        {"linregintercept", {"x", {"period"}, {}, {}}}, {"roc", {"x", {"period"}, {}, {}, "rocp"}},
        {"emv", {"hlv", {}, {"first=skip"}, {}}}, {"fisher", {"hl", {"period"}, {}, {}}},
        {"add", {"xy", {}, {}, {}}}, {"sub", {"xy", {}, {}, {}}}, {"mul", {"xy", {}, {}, {}}}, {"div", {"xy", {}, {}, {}}}, {"psar", {"hl", {"acceleration", "maximum"}, {}, {}}},
        {"atr", {"hlc", {"period"}, {}, {}}}, {"natr", {"hlc", {"period"}, {"first=range"}, {}}}, {"macd", {"x", {"fast", "slow", "signal"}, {"seed=first"}, {}}},
    };
    return all;
}

} // namespace

class TulipTest : public QObject {
    Q_OBJECT
private slots:
    void vectorsOfTulipAreReproduced_data()
    {
        QTest::addColumn<int>("place");
        const auto json = load();
        for (std::size_t i = 0; i < json.size(); ++i)
            QTest::newRow((json[i]["indicator"].get<std::string>() + " " + json[i]["options"].dump() + " #" + std::to_string(i)).c_str()) << static_cast<int>(i);
        if (json.empty())
            QTest::newRow("none") << -1;
    }

    void vectorsOfTulipAreReproduced()
    {
        QFETCH(int, place);
        if (place < 0)
            QSKIP("the shared reference data is not on this machine");
        const auto json = load()[static_cast<std::size_t>(place)];
        const std::string name = json["indicator"];
        if (kOther.count(name) != 0)
            QSKIP("Tulip's definition is another one");
        const auto found = recipes().find(name);
        const Indicator* indicator = findIndicator(found == recipes().end() || found->second.indicator.empty() ? name : found->second.indicator);
        if (indicator == nullptr)
            QSKIP("not in the catalogue");
        const Recipe plain{"x", {}, {}, {}};
        const Recipe& recipe = found == recipes().end() ? plain : found->second;
        std::vector<std::string> pairs = recipe.fixed;
        for (std::size_t i = 0; i < recipe.parameters.size() && i < json["options"].size(); ++i) {
            const double option = json["options"][i].get<double>();
            pairs.push_back(recipe.parameters[i] + "=" + QString::number(option, 'g', 15).toStdString());
            if (name == "cvi")
                pairs.push_back("lag=" + QString::number(option, 'g', 15).toStdString());
            if (recipe.parameters[i] == "acceleration")
                pairs.push_back("start=" + QString::number(option, 'g', 15).toStdString());
        }
        const auto values = indicatorValues(*indicator, pairs);
        QVERIFY2(values.ok(), values.ok() ? "" : values.error().text().c_str());
        std::vector<std::vector<double>> lists = json["series"].get<std::vector<std::vector<double>>>();
        std::vector<double> empty, open, high, low, close, volume, x, y;
        std::size_t next = 0;
        QVERIFY(lists.size() > recipe.inputs.size());
        for (const char c : recipe.inputs)
            (c == 'o' ? open : c == 'h' ? high : c == 'l' ? low : c == 'c' ? close : c == 'v' ? volume : c == 'x' ? x : y) = lists[next++];
        if (x.empty())
            x = close;
        const std::size_t size = lists[0].size();
        const auto outputs = computeIndicator(*indicator, *values, Series{open, high, low, close, volume, x, y, {}, size});
        QVERIFY2(outputs.ok(), outputs.ok() ? "" : outputs.error().text().c_str());
        for (std::size_t k = 0; next < lists.size(); ++k, ++next) {
            std::size_t output = k;
            if (!recipe.outputs.empty())
                for (output = 0; output < indicator->outputs.size() && indicator->outputs[output].name != recipe.outputs[k];)
                    ++output;
            QVERIFY(output < outputs->size());
            const std::vector<double>& want = lists[next];
            for (std::size_t i = 0; i < want.size(); ++i) {
                const std::size_t bar = size - want.size() + i;
                const double have = (*outputs)[output][bar];
                const double tolerance = std::max(0.001, 0.0005 * std::fabs(want[i]));
                QVERIFY2(std::fabs(have - want[i]) <= tolerance, qPrintable(QStringLiteral("output %1 bar %2: %3 here, %4 there").arg(k).arg(bar).arg(have).arg(want[i])));
            }
        }
    }

private:
    static nlohmann::json load()
    {
        QFile file(QStringLiteral(RIALTO_SHARED_DATA "/analytics/ta_reference/tulip_untest.json"));
        if (!file.open(QIODevice::ReadOnly))
            return nlohmann::json::array();
        return nlohmann::json::parse(file.readAll().toStdString(), nullptr, false)["cases"];
    }
    // dema, tema, trix, macd: each next average begins when the one before has seen a whole period. kama, zlema: a first value
    // is given before the window is full. stochrsi: not smoothed, 0 to 1. vidya: by the ratio of two deviations. kvo: another
    // trend rule. dm: both movements in one function. adx, adxr, dx, di: a value is given from period - 1 moves already.
    static inline const std::set<std::string> kOther{"dema", "tema", "trix", "macd", "kama", "zlema", "stochrsi", "vidya", "kvo", "dm", "adx", "adxr", "dx", "di"};
};

RIALTO_TEST(TulipTest)
#include "tulip_test.moc"
