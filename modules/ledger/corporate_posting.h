// SPDX-License-Identifier: GPL-3.0-or-later
// Corporate actions on a book. An action has one line of terms; for every account that held the instrument when the day of the
// action began, one transfer group ("action:<id>/<account>") moves the old shares out, the new ones in and the cash, all legs
// or none. The group's memo is the line of terms, so that lots are a function of the groups alone. What an account is entitled
// to comes from its lots on that day; shares are moved between Own and Market, cash between Market and Own (a cash dividend:
// Income, tax withheld: Taxes). Lots follow by applyAction() of lots/corporate_action.h: its proof is part of the preview.
// Undone by reversing groups, which is refused once the account has traded one of the instruments since.
//   split MERI ratio=2:1                     dividend MERI price=0.75 tax=15%
//   bonus MERI ratio=1:10                    spin-off MERI ratio=1:5 target=KIDD basis=0.12
//   rights MERI ratio=1:4 target=MERI.R basis=0    merger MERI ratio=0.4 target=ACQ price=3.20 fair=41
//   return-of-capital MERI price=1.10        ticker-change MERI target=MRDA      delisting MERI price=0.05
// A reverse split is a split of 1:10; a stock dividend is a bonus with income. `whole lieu=12.34` after the ratio pays the
// fraction of a share in cash. Errors: actions.terms-malformed, actions.instrument-unknown, actions.currency-differs,
// actions.nothing-held, actions.exists, actions.unknown, actions.shares-reserved, actions.basis-not-conserved,
// actions.used-since, and those of lots/corporate_action.h.
#pragma once

#include "domain/instrument.h"
#include "ledger/ledger.h"
#include "ledger/lots/corporate_action.h"
#include "ledger/tax_lots.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rialto {

struct ActionTerms {
    LotAction action = LotAction::Split;
    std::string symbol;
    std::string target;
    std::optional<ShareRatio> ratio;
    std::optional<ExactDecimal> price;      // cash a share
    std::optional<ExactDecimal> basisShare;
    std::optional<ExactDecimal> fairValue;
    std::optional<ExactDecimal> lieuPrice;  // cash in lieu, per new share
    bool wholeShares = false;
    ExactDecimal taxRate;                   // cash dividend: part withheld, 0..1
    Date date;                              // the day on which it is effective; holdings count as that day begins

    /// Without the date, which the group carries.
    std::string text() const;
    static Result<ActionTerms> parse(std::string_view text, Date date);
};

/// The account's part: what it held, what comes of it, and the proof.
struct ActionPreview {
    AccountId account;
    Currency currency;
    Quantity held;
    Quantity after;                         // of the same instrument
    Quantity received;                      // of the target
    Money cash;                             // received, before tax
    Money tax;
    ActionOutcome outcome;                  // amounts in minor units of the currency
    TransferGroup group;
    std::optional<Error> refused;           // why this account cannot be done
};

CorporateAction toCorporateAction(const ActionTerms& terms);
/// The open lots of a book of lots in the words of lots/lot.h; amounts in minor units, the whole cost as cost.
std::vector<Lot> openLots(const LotBook& book, const std::string& symbol, const Currency& currency);

using InstrumentMap = std::map<InstrumentId, Instrument>;

/// One preview for each account that held the instrument.
Result<std::vector<ActionPreview>> previewAction(const Ledger& ledger, const InstrumentMap& instruments, const std::string& id, const ActionTerms& terms, Timestamp knownAt);

/// The groups of an action that stand, without reversals.
std::vector<const TransferGroup*> actionGroups(const Ledger& ledger, const std::string& id);
/// Whether an account touched one of the action's instruments after the group. Errors: actions.used-since.
Result<void> mayUndo(const Ledger& ledger, const TransferGroup& group);

inline constexpr std::string_view kActionPrefix = "action:";

} // namespace rialto
