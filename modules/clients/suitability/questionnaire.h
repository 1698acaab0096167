// SPDX-License-Identifier: GPL-3.0-or-later
// Risk questionnaire and suitability. A questionnaire is data: questions with weighted answers, some about what a client can
// bear (capacity), the others about what a client wants (tolerance). Each side scores sum of points / most possible x 1000;
// the profile follows from the lower of the two, so that appetite never outweighs means. A portfolio's risk is the value
// weighted mean of its classes' risk (0 cash .. 1000 derivatives), and it suits when it does not exceed the profile's limit.
// Pure; any thread. Errors: suitability.answers (how many, which is out of range).
#pragma once

#include "base/result.h"
#include "clients/mandates/mandate_rules.h"
#include "clients/records/client_record.h"

#include <string>
#include <vector>

namespace rialto::clients {

struct AnswerChoice {
    std::string text;
    std::string textZh;
    int points = 0;
};
struct Question {
    std::string text;
    std::string textZh;
    bool capacity = false;
    std::vector<AnswerChoice> choices;
};
struct Questionnaire {
    std::string id;
    std::vector<Question> questions;
};

/// The one that comes with the program: eight questions, "standard-1".
const Questionnaire& standardQuestionnaire();

struct AssessmentScore {
    int tolerance = 0;   // 0..1000
    int capacity = 0;
    int score = 0;       // the lower one
    RiskProfile profile = RiskProfile::None;
};
Result<AssessmentScore> scoreOf(const Questionnaire& questionnaire, const std::vector<int>& answers);
RiskProfile profileOf(int score);

int riskOf(AssetClass assetClass);        // 0..1000
/// The most that a profile allows, 0..1000.
int riskLimit(RiskProfile profile);

struct Suitability {
    int portfolioRisk = 0;
    int limit = 0;
    bool suits = true;
    std::string riskiest; // symbol of the holding that adds most, empty without any
};
Suitability suitabilityOf(RiskProfile profile, const MandateBook& book);

} // namespace rialto::clients
