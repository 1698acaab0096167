// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/sections/statement_sections.h"

namespace rialto::reports {

Blocks notesSection(const ReportView& view)
{
    const StatementData& data = view.data;
    Blocks blocks{Heading{1, view.say(Text::Notes), {}, false}};
    Footnotes notes;
    if (data.simulated)
        notes.notes.push_back(view.say(Text::NoteSimulated));
    for (const auto key : {Text::NoteValuation, Text::NoteCost, Text::NoteReturns, Text::NoteMoneyWeighted, Text::NoteRounding})
        notes.notes.push_back(view.say(key));
    for (const auto& note : data.notes)
        notes.notes.push_back(note.in(view.language));
    notes.notes.push_back(view.say(Text::NotePast));
    blocks.push_back(std::move(notes));
    return blocks;
}

} // namespace rialto::reports
