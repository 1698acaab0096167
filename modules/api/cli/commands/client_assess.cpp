// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/client_desk.h"

#include <fmt/format.h>

namespace rialto::cli {

namespace {

struct AssessArguments {
    std::string number;
    std::vector<int> answers;
    std::string by;
};

int assess(Context& context, const AssessArguments& given)
{
    const auto& questionnaire = clients::standardQuestionnaire();
    if (given.answers.empty()) {
        Json questions = Json::array();
        std::string text;
        for (std::size_t q = 0; q < questionnaire.questions.size(); ++q) {
            const auto& question = questionnaire.questions[q];
            Json choices = Json::array();
            text += fmt::format("{}. {}\n", q + 1, question.text);
            for (std::size_t c = 0; c < question.choices.size(); ++c) {
                choices.push_back(question.choices[c].text);
                text += fmt::format("   {}) {}\n", c + 1, question.choices[c].text);
            }
            questions.push_back({{"question", question.text}, {"side", question.capacity ? "capacity" : "tolerance"}, {"choices", choices}});
        }
        return context.ok({{"questionnaire", questionnaire.id}, {"questions", questions}}, text);
    }
    std::vector<int> answers = given.answers;
    for (int& answer : answers)
        --answer;
    const auto score = clients::scoreOf(questionnaire, answers);
    if (!score)
        return context.fail(score.error());
    const auto figure = [](int thousandths) { return formatDecimal(thousandths, 3, 3); };
    if (!given.number.empty()) {
        const auto desk = ClientDesk::open(context, given.by);
        if (!desk)
            return kFailed;
        const auto party = desk->party(given.number);
        if (!party)
            return context.fail(party.error());
        desk->add(clients::Assessment{*party, questionnaire.id, answers, score->score, score->profile, desk->today()});
        if (desk->commit(context) != kOk)
            return kFailed;
    }
    return context.ok({{"number", given.number}, {"questionnaire", questionnaire.id}, {"tolerance", figure(score->tolerance)}, {"capacity", figure(score->capacity)},
                          {"score", figure(score->score)}, {"profile", std::string(clients::name(score->profile))}, {"riskLimit", figure(clients::riskLimit(score->profile))},
                          {"conventions", {{"score", "the lower of tolerance and capacity, points over the most possible"}}}},
        fmt::format("profile {} (tolerance {}, capacity {})", clients::name(score->profile), figure(score->tolerance), figure(score->capacity)));
}

} // namespace

Command clientAssessCommand()
{
    return {{"client", "assess"}, "The risk questionnaire: print it, or score answers and keep them with a client",
        {"rialtoctl client assess", "rialtoctl client assess C-1001 --answers 3,3,2,3,3,2,3,3"}, [](CLI::App& app) -> Action {
            auto given = std::make_shared<AssessArguments>();
            app.add_option("number", given->number, "Of the party or client; without it nothing is kept");
            app.add_option("--answers", given->answers, "Number of the chosen answer of each question, from 1")->delimiter(',');
            app.add_option("--by", given->by, "Who asked");
            return [given](Context& context) { return assess(context, *given); };
        }};
}

} // namespace rialto::cli
