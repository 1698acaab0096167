// SPDX-License-Identifier: GPL-3.0-or-later
// The sections that statement-like reports are put together from: each turns part of a StatementData into blocks. The data
// has passed validate(). Pure; any thread.
#pragma once

#include "reports/allocation.h"
#include "reports/report_document.h"
#include "reports/statement.h"
#include "reports/text.h"

#include <vector>

namespace rialto::reports {

struct StatementView {
    const StatementData& data;
    Language language;
    Allocation allocation;

    const std::string& say(Text key) const { return text(key, language); }
    std::string say(Text key, std::initializer_list<std::string> values) const { return text(key, language, values); }
    std::string day(Date date) const;
};

using Blocks = std::vector<Block>;

Blocks coverSection(const StatementView& view);
Blocks overviewSection(const StatementView& view);
Blocks holdingsSection(const StatementView& view);
Blocks performanceSection(const StatementView& view);
Blocks cashSection(const StatementView& view);
Blocks tradesSection(const StatementView& view);
Blocks costsSection(const StatementView& view);
Blocks notesSection(const StatementView& view);

} // namespace rialto::reports
