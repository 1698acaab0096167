// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/advice_input.h"

#include "advice/advice_words.h"
#include "clients/suitability/questionnaire.h"

#include <fmt/format.h>

namespace rialto::cli {

namespace {

struct ProfileArguments {
    std::vector<int> answers;
    AdviceArguments advice;
};

Json modelJson(const advice::ModelPortfolio& model)
{
    Json weights = Json::object();
    for (const auto& each : model.weights)
        weights[each.symbol] = weightText(each.weight);
    weights["cash"] = weightText(model.cash());
    return {{"profile", std::string(clients::name(model.profile))}, {"title", {{"en", model.title}, {"zh", model.titleZh}}}, {"weights", std::move(weights)}};
}

std::string modelText(const advice::ModelPortfolio& model, bool chinese)
{
    std::string text;
    for (const auto& each : model.weights)
        text += fmt::format("  {:<12}{:>8}\n", each.symbol, advice::percentText(each.weight));
    return text + fmt::format("  {:<12}{:>8}\n", chinese ? "现金" : "cash", advice::percentText(model.cash()));
}

int profileVerb(Context& context, const ProfileArguments& given)
{
    const auto models = modelsOf(given.advice);
    if (!models)
        return context.fail(models.error());
    const bool chinese = given.advice.chinese();
    const auto& questionnaire = clients::standardQuestionnaire();
    if (given.answers.empty()) {
        Json questions = Json::array();
        Json all = Json::array();
        std::string text;
        for (std::size_t q = 0; q < questionnaire.questions.size(); ++q) {
            const auto& question = questionnaire.questions[q];
            Json choices = Json::array();
            text += fmt::format("{}. {}\n", q + 1, chinese ? question.textZh : question.text);
            for (std::size_t c = 0; c < question.choices.size(); ++c) {
                choices.push_back({{"en", question.choices[c].text}, {"zh", question.choices[c].textZh}});
                text += fmt::format("   {}) {}\n", c + 1, chinese ? question.choices[c].textZh : question.choices[c].text);
            }
            questions.push_back({{"question", {{"en", question.text}, {"zh", question.textZh}}}, {"side", question.capacity ? "capacity" : "tolerance"}, {"choices", std::move(choices)}});
        }
        for (const auto& model : *models) {
            all.push_back(modelJson(model));
            text += fmt::format("\n{}\n{}", chinese ? model.titleZh : model.title, modelText(model, chinese));
        }
        return context.ok({{"questionnaire", questionnaire.id}, {"questions", std::move(questions)}, {"models", std::move(all)}}, text);
    }
    std::vector<int> answers = given.answers;
    for (int& answer : answers)
        --answer;
    const auto score = clients::scoreOf(questionnaire, answers);
    if (!score)
        return context.fail(score.error());
    const auto model = advice::modelFor(*models, score->profile);
    if (!model)
        return context.fail(model.error());
    const auto figure = [](int thousandths) { return formatDecimal(thousandths, 3, 3); };
    return context.ok({{"questionnaire", questionnaire.id}, {"tolerance", figure(score->tolerance)}, {"capacity", figure(score->capacity)}, {"score", figure(score->score)}, {"profile", std::string(clients::name(score->profile))},
                          {"risk_limit", figure(clients::riskLimit(score->profile))}, {"model", modelJson(*model)}, {"conventions", {{"score", "the lower of tolerance and capacity, points over the most possible"}, {"profile", "below 0.2 conservative, 0.4 cautious, 0.6 balanced, 0.8 growth, else aggressive"}}}},
        fmt::format("{} ({} {}, {} {})\n{}", advice::profileTitle(score->profile, chinese), chinese ? "意愿" : "tolerance", figure(score->tolerance), chinese ? "承受能力" : "capacity", figure(score->capacity), modelText(*model, chinese)));
}

} // namespace

Command adviceProfileCommand()
{
    return {{"advice", "profile"}, "From the answers of the risk questionnaire to a profile and its model portfolio; without answers: the questions and all models",
        {"rialtoctl advice profile --lang zh", "rialtoctl advice profile --answers 3,3,2,3,3,2,3,3 --json", "rialtoctl advice profile --answers 1,1,1,1,1,1,1,1 --models models.csv"}, [](CLI::App& app) -> Action {
            auto given = std::make_shared<ProfileArguments>();
            app.add_option("--answers", given->answers, "Number of the chosen answer of each question, from 1")->delimiter(',');
            app.add_option("--models", given->advice.models, "CSV: profile,symbol,weight");
            app.add_option("--lang", given->advice.language, "en or zh")->check(CLI::IsMember({"en", "zh"}));
            return [given](Context& context) { return profileVerb(context, *given); };
        }};
}

} // namespace rialto::cli
