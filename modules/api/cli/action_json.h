// SPDX-License-Identifier: GPL-3.0-or-later
// What the verbs about corporate actions share: terms from the words of a command line, and previews as JSON and text.
#pragma once

#include "api/cli/command.h"
#include "ledger/corporate_posting.h"

#include <memory>
#include <string>
#include <vector>

namespace rialto::cli {

struct ActionArguments {
    std::string id;
    std::vector<std::string> words;  // "split", "MERI", "ratio=2:1"
    std::string date;
    std::string newInstrument;       // name of the target, added when the book lacks it
};

void addActionOptions(CLI::App& app, const std::shared_ptr<ActionArguments>& given);
Result<ActionTerms> termsOfWords(const ActionArguments& given);
/// Adds the target after the source's terms where the book lacks it. Errors: those of the engine.
Result<void> addTarget(AppServices& services, const ActionArguments& given, const ActionTerms& terms);

Json previewsJson(const std::vector<ActionPreview>& previews, const Engine& engine);
std::string previewsText(const std::vector<ActionPreview>& previews, const Engine& engine);

} // namespace rialto::cli
