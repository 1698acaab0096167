// SPDX-License-Identifier: GPL-3.0-or-later
#include "clients/suitability/questionnaire.h"

#include "base/wide_math.h"

#include <algorithm>

namespace rialto::clients {

const Questionnaire& standardQuestionnaire()
{
    static const Questionnaire standard{"standard-1",
        {{"When will you need a large part of this money?", "您何时会需要动用其中较大一部分资金？", true,
             {{"Within two years", "两年以内", 0}, {"In two to five years", "两到五年", 3}, {"In five to ten years", "五到十年", 7}, {"Later than in ten years", "十年以后", 10}}},
            {"How much of your income is left at the end of a month?", "每月收入通常能结余多少？", true,
                {{"Nothing", "没有结余", 0}, {"Up to a tenth", "不超过一成", 3}, {"Up to a third", "不超过三成", 7}, {"More than a third", "三成以上", 10}}},
            {"How many months could you live on reserves outside this account?", "除本账户外，您的储备可支撑几个月的生活？", true,
                {{"Less than three", "不足三个月", 0}, {"Three to six", "三到六个月", 4}, {"Six to twelve", "六到十二个月", 7}, {"More than twelve", "十二个月以上", 10}}},
            {"What part of all you own is invested here?", "此处的投资占您全部资产的多少？", true,
                {{"Nearly all", "几乎全部", 0}, {"About half", "约一半", 4}, {"About a quarter", "约四分之一", 7}, {"A tenth or less", "一成或更少", 10}}},
            {"Your portfolio loses a fifth in a quarter. What do you do?", "如果组合在一个季度内下跌两成，您会怎么做？", false,
                {{"Sell everything", "全部卖出", 0}, {"Sell a part", "卖出一部分", 3}, {"Wait", "继续持有", 7}, {"Buy more", "继续买入", 10}}},
            {"Which year would you choose?", "您愿意选择哪一种年度结果？", false,
                {{"+2 % at best, 0 % at worst", "最好 +2%，最差 0%", 0}, {"+6 % or -4 %", "+6% 或 -4%", 3}, {"+12 % or -10 %", "+12% 或 -10%", 7}, {"+25 % or -25 %", "+25% 或 -25%", 10}}},
            {"What have you held for a year or longer?", "您曾持有一年以上的投资是什么？", false,
                {{"Deposits", "存款", 0}, {"Bonds or mixed funds", "债券或混合基金", 3}, {"Shares", "股票", 7}, {"Derivatives or digital assets", "衍生品或数字资产", 10}}},
            {"What is this money for?", "这笔资金的目的是什么？", false,
                {{"To keep its value", "保值", 0}, {"Regular income", "定期收入", 3}, {"Growth and income", "增长与收入兼顾", 6}, {"Growth", "增长", 10}}}}};
    return standard;
}

RiskProfile profileOf(int score)
{
    if (score < 200)
        return RiskProfile::Conservative;
    if (score < 400)
        return RiskProfile::Cautious;
    if (score < 600)
        return RiskProfile::Balanced;
    return score < 800 ? RiskProfile::Growth : RiskProfile::Aggressive;
}

Result<AssessmentScore> scoreOf(const Questionnaire& questionnaire, const std::vector<int>& answers)
{
    if (answers.size() != questionnaire.questions.size())
        return invalid("suitability.answers", std::to_string(answers.size()) + " answers to " + std::to_string(questionnaire.questions.size()) + " questions");
    int points[2] = {0, 0};
    int most[2] = {0, 0};
    for (std::size_t i = 0; i < answers.size(); ++i) {
        const Question& question = questionnaire.questions[i];
        if (answers[i] < 0 || answers[i] >= static_cast<int>(question.choices.size()))
            return invalid("suitability.answers", "question " + std::to_string(i + 1) + " has no answer " + std::to_string(answers[i] + 1));
        const int side = question.capacity ? 1 : 0;
        points[side] += question.choices[static_cast<std::size_t>(answers[i])].points;
        int best = 0;
        for (const auto& choice : question.choices)
            best = std::max(best, choice.points);
        most[side] += best;
    }
    const auto scaled = [](int got, int all) { return all == 0 ? 1000 : static_cast<int>(divideRounded(Int128(got) * 1000, all, Rounding::HalfEven)); };
    AssessmentScore out;
    out.tolerance = scaled(points[0], most[0]);
    out.capacity = scaled(points[1], most[1]);
    out.score = std::min(out.tolerance, out.capacity);
    out.profile = profileOf(out.score);
    return out;
}

int riskOf(AssetClass assetClass)
{
    switch (assetClass) {
    case AssetClass::Bond: return 250;
    case AssetClass::Fund: return 450;
    case AssetClass::Equity: return 650;
    case AssetClass::FxPair: return 500;
    case AssetClass::Crypto: return 950;
    case AssetClass::Future:
    case AssetClass::Option: return 1000;
    case AssetClass::Index: return 0;
    }
    return 1000;
}

int riskLimit(RiskProfile profile)
{
    switch (profile) {
    case RiskProfile::Conservative: return 200;
    case RiskProfile::Cautious: return 350;
    case RiskProfile::Balanced: return 500;
    case RiskProfile::Growth: return 650;
    case RiskProfile::Aggressive: return 1000;
    case RiskProfile::None: return 0;
    }
    return 0;
}

Suitability suitabilityOf(RiskProfile profile, const MandateBook& book)
{
    Suitability out;
    out.limit = riskLimit(profile);
    std::int64_t total = 0;
    for (const auto& cash : book.cash)
        total = addChecked(total, std::max<std::int64_t>(0, cash.value));
    Int128 weighted = 0;
    Int128 most = 0;
    for (const auto& holding : book.holdings) {
        const std::int64_t value = holding.value < 0 ? -holding.value : holding.value;
        total = addChecked(total, value);
        const Int128 adds = Int128(value) * riskOf(holding.assetClass);
        weighted += adds;
        if (adds > most) {
            most = adds;
            out.riskiest = holding.symbol;
        }
    }
    if (total > 0)
        out.portfolioRisk = static_cast<int>(divideRounded(weighted, total, Rounding::HalfEven));
    out.suits = out.portfolioRisk <= out.limit;
    return out;
}

} // namespace rialto::clients
