// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/model_portfolio.h"

#include <algorithm>
#include <array>

namespace rialto::advice {

namespace {

using clients::RiskProfile;

constexpr std::int64_t kPercent = kFixedOne / 100;
constexpr std::size_t kMostLines = 100'000;

struct ProfileWords {
    RiskProfile profile;
    std::string_view key;
    std::string_view english;
    std::string_view chinese;
};
constexpr std::array<ProfileWords, 5> kProfiles{{{RiskProfile::Conservative, "conservative", "Conservative", "保守型"}, {RiskProfile::Cautious, "cautious", "Cautious", "稳健型"}, {RiskProfile::Balanced, "balanced", "Balanced", "平衡型"},
    {RiskProfile::Growth, "growth", "Growth", "成长型"}, {RiskProfile::Aggressive, "aggressive", "Aggressive", "进取型"}}};

std::string trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t' || text.front() == '"'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r' || text.back() == '"'))
        text.remove_suffix(1);
    return std::string(text);
}

std::string lower(std::string text)
{
    for (char& c : text)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c + 32);
    return text;
}

ModelPortfolio made(RiskProfile profile, std::vector<TargetWeight> weights)
{
    return {profile, std::string(profileTitle(profile, false)), std::string(profileTitle(profile, true)), std::move(weights)};
}

} // namespace

std::int64_t ModelPortfolio::cash() const
{
    std::int64_t left = kFixedOne;
    for (const auto& each : weights)
        left -= each.weight;
    return left;
}

std::string_view profileTitle(RiskProfile profile, bool chinese)
{
    for (const auto& each : kProfiles)
        if (each.profile == profile)
            return chinese ? each.chinese : each.english;
    return chinese ? "未评估" : "Not assessed";
}

std::optional<RiskProfile> riskProfile(std::string_view name)
{
    const std::string key = lower(trimmed(name));
    for (const auto& each : kProfiles)
        if (each.key == key)
            return each.profile;
    return std::nullopt;
}

const std::vector<ModelPortfolio>& houseModels()
{
    static const std::vector<ModelPortfolio> models{
        made(RiskProfile::Conservative, {{"RTB29", 50 * kPercent}, {"RTB36", 20 * kPercent}, {"RXF", 5 * kPercent}}),
        made(RiskProfile::Cautious, {{"RTB29", 30 * kPercent}, {"RTB36", 25 * kPercent}, {"RXF", 25 * kPercent}, {"LTNF", 5 * kPercent}}),
        made(RiskProfile::Balanced, {{"RTB36", 30 * kPercent}, {"RBND", 10 * kPercent}, {"RXF", 40 * kPercent}, {"LTNF", 10 * kPercent}}),
        made(RiskProfile::Growth, {{"RTB36", 20 * kPercent}, {"RXF", 60 * kPercent}, {"LTNF", 15 * kPercent}}),
        made(RiskProfile::Aggressive, {{"RXF", 70 * kPercent}, {"LTNF", 25 * kPercent}})};
    return models;
}

Result<std::vector<ModelPortfolio>> readModels(std::string_view csv)
{
    std::vector<ModelPortfolio> models;
    std::size_t line = 0;
    bool headed = false;
    if (csv.substr(0, 3) == "\xef\xbb\xbf")
        csv.remove_prefix(3);
    while (!csv.empty()) {
        const auto end = csv.find('\n');
        const std::string_view row = csv.substr(0, end);
        csv = end == std::string_view::npos ? std::string_view() : csv.substr(end + 1);
        const auto wrong = [&](const std::string& what) { return invalid("advice.model-malformed", "line " + std::to_string(line) + ": " + what); };
        if (++line > kMostLines)
            return wrong("more than " + std::to_string(kMostLines) + " lines");
        if (trimmed(row).empty() || trimmed(row).front() == '#')
            continue;
        std::vector<std::string> cells;
        for (std::size_t at = 0; at <= row.size();) {
            const auto comma = std::min(row.find(',', at), row.size());
            cells.push_back(trimmed(row.substr(at, comma - at)));
            at = comma + 1;
        }
        if (!headed) {
            headed = true;
            if (cells.size() >= 3 && lower(cells[0]) == "profile" && lower(cells[1]) == "symbol" && lower(cells[2]) == "weight")
                continue;
            return wrong("the head is profile,symbol,weight");
        }
        if (cells.size() < 3)
            return wrong("a row is profile,symbol,weight");
        const auto profile = riskProfile(cells[0]);
        if (!profile)
            return wrong("'" + cells[0].substr(0, 40) + "' is no profile (conservative, cautious, balanced, growth, aggressive)");
        std::string number = cells[2];
        const bool percent = !number.empty() && number.back() == '%';
        if (percent)
            number = trimmed(std::string_view(number).substr(0, number.size() - 1));
        const auto weight = parseDecimal(number, percent ? 6 : 8);
        if (!weight || *weight < 0 || *weight > kFixedOne)
            return wrong("'" + cells[2].substr(0, 40) + "' is no weight between 0 and 1");
        auto at = std::find_if(models.begin(), models.end(), [&](const ModelPortfolio& model) { return model.profile == *profile; });
        if (at == models.end())
            at = models.insert(models.end(), made(*profile, {}));
        if (lower(cells[1]) == "cash")
            continue;
        if (cells[1].empty() || std::any_of(at->weights.begin(), at->weights.end(), [&](const TargetWeight& each) { return each.symbol == cells[1]; }))
            return wrong(cells[1].empty() ? "the symbol is missing" : cells[1].substr(0, 40) + " is in this model twice");
        at->weights.push_back({cells[1], *weight});
        if (at->cash() < 0)
            return invalid("advice.target-weights", "the weights of " + at->title + " add up to more than 1 on line " + std::to_string(line));
    }
    if (models.empty())
        return invalid("advice.model-malformed", "no model is in it");
    return models;
}

Result<ModelPortfolio> modelFor(const std::vector<ModelPortfolio>& models, RiskProfile profile)
{
    const auto at = std::find_if(models.begin(), models.end(), [&](const ModelPortfolio& model) { return model.profile == profile; });
    if (at == models.end())
        return notFound("advice.model-unknown", "there is no model for the profile " + std::string(profileTitle(profile, false)));
    return *at;
}

} // namespace rialto::advice
