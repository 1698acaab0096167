// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/lots/lot_run.h"

#include <algorithm>

namespace rialto {

namespace {

struct LotAttempt {
    LotKeeper keeper;
    std::size_t done = 0;
    std::optional<Error> error;
};

LotAttempt attempt(const std::vector<LotEvent>& events, const LotOptions& options)
{
    LotAttempt run{LotKeeper(options), 0, std::nullopt};
    for (const LotEvent& event : events) {
        if (const auto applied = run.keeper.apply(event); !applied) {
            run.error = applied.error();
            break;
        }
        ++run.done;
    }
    return run;
}

LotAttempt attemptAtPlaces(const std::vector<LotEvent>& events, LotOptions options)
{
    auto run = attempt(events, options);
    for (const int places : {4, 2})
        if (run.error && run.error->code == "lots.amount-range" && places < options.places) {
            options.places = places;
            run = attempt(events, options);
        }
    return run;
}

bool earlier(const LotEvent& a, const LotEvent& b) { return a.date < b.date; }

} // namespace

Result<LotRun> runLots(std::vector<LotEvent> events, LotOptions options, RowOrder order)
{
    std::vector<LotEvent> byDate = events;
    const bool newestFirst = events.size() > 1 && std::is_sorted(events.rbegin(), events.rend(), earlier) && earlier(events.back(), events.front());
    if (newestFirst)
        std::reverse(byDate.begin(), byDate.end());
    std::stable_sort(byDate.begin(), byDate.end(), earlier);
    LotAttempt first = attemptAtPlaces(order == RowOrder::File ? events : byDate, options);
    if (!first.error)
        return LotRun{std::move(first.keeper), order == RowOrder::File ? RowOrder::File : RowOrder::Date};
    if (order == RowOrder::Either && !std::is_sorted(events.begin(), events.end(), earlier)) {
        LotAttempt second = attemptAtPlaces(events, options);
        if (!second.error)
            return LotRun{std::move(second.keeper), RowOrder::File};
        if (second.done > first.done && !newestFirst)
            return *second.error;
    }
    return *first.error;
}

LotReport reportOf(const LotRun& run)
{
    LotReport report;
    report.options = run.keeper.options();
    report.order = run.order;
    report.lots = run.keeper.lots();
    report.disposals = run.keeper.disposals();
    report.income = run.keeper.income();
    report.actions = run.keeper.actions();
    report.otherFees = run.keeper.otherFees();
    report.conserved = run.keeper.check().ok();
    return report;
}

std::vector<WhatIf> whatIf(const std::vector<LotEvent>& events, const LotEvent& more, const LotOptions& options, RowOrder order)
{
    std::vector<WhatIf> answers;
    for (const LotMethod method : {LotMethod::Fifo, LotMethod::Lifo, LotMethod::Hifo, LotMethod::Average, LotMethod::Specific}) {
        WhatIf answer;
        answer.method = method;
        LotOptions each = options;
        each.method = method;
        if (method == LotMethod::Average && each.washSale) {
            answer.refused = invalid("lots.rule-needs-lots", "the wash-sale rule works lot by lot, an average has none");
            answers.push_back(std::move(answer));
            continue;
        }
        auto run = runLots(events, each, order);
        if (!run)
            answer.refused = run.error();
        else if (const auto applied = run->keeper.apply(more); !applied)
            answer.refused = applied.error();
        else if (!run->keeper.disposals().empty() && run->keeper.disposals().back().row == more.row)
            answer.disposal = run->keeper.disposals().back();
        if (run)
            answer.places = run->keeper.options().places;
        answers.push_back(std::move(answer));
    }
    return answers;
}

} // namespace rialto
