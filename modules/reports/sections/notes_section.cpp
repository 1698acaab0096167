// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/sections/statement_sections.h"

#include "reports/format.h"

namespace rialto::reports {

Blocks notesSection(const StatementView& view)
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
    if (!data.fxRates.empty()) {
        Table table;
        table.caption = view.say(Text::ExchangeRates);
        table.continued = view.say(Text::Continued);
        table.columns = {{view.say(Text::Currency), {}, Align::Left, 34}, {data.base.code(), {}, Align::Decimal, 33}, {view.say(Text::RateOn), {}, Align::Right, 33}};
        for (const auto& rate : data.fxRates)
            table.rows.push_back({RowStyle::Normal, {{view.say(Text::OneUnit, {rate.currency.code()}), {}}, {formatPrice(rate.rate, 4), {}}, {view.day(rate.date), {}}}});
        blocks.push_back(std::move(table));
    }
    return blocks;
}

} // namespace rialto::reports
