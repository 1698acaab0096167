// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/audit_words.h"

#include "storage/fact_cells.h"

namespace rialto::storage {

namespace {

/// Kind and length before each cell, so that no two rows have the same bytes.
void write(std::string& bytes, const Cells& cells)
{
    bytes += "r" + std::to_string(cells.size()) + ":";
    for (const Cell& cell : cells) {
        if (const auto* number = std::get_if<std::int64_t>(&cell))
            bytes += "i" + std::to_string(*number) + ";";
        else if (const auto* text = std::get_if<std::string>(&cell))
            bytes += "t" + std::to_string(text->size()) + ":" + *text;
        else
            bytes += "n";
    }
}

struct Words {
    security::AuditEntry& entry;

    void set(std::string action, std::string subject, std::string detail) const
    {
        entry.action = std::move(action);
        entry.subject = std::move(subject);
        entry.detail = std::move(detail);
    }
    void operator()(const Instrument& instrument) const { set("instrument.added", "instrument " + std::to_string(instrument.id.value), instrument.symbol + " on " + instrument.mic); }
    void operator()(const Client& client) const { set("client.added", "client " + std::to_string(client.id.value), client.number); }
    void operator()(const Account& account) const
    {
        set("account.opened", "account " + std::to_string(account.id.value), account.number + " of client " + std::to_string(account.client.value) + " in " + account.base.code());
    }
    void operator()(const Order& order) const
    {
        const OrderRequest& asked = order.request;
        set("order.placed", "order " + std::to_string(order.id.value),
            std::string(name(asked.side)) + " " + asked.quantity.text() + " of instrument " + std::to_string(asked.instrument.value) + " "
                + std::string(name(asked.type)) + (needsLimit(asked.type) ? " at " + asked.limit.text() : std::string()) + " " + std::string(name(asked.tif)) + " for account "
                + std::to_string(asked.account.value) + ", command " + asked.commandId + (asked.terms.plain() ? "" : ", " + text(asked.terms)));
    }
    void operator()(const ExecutionReport& report) const
    {
        std::string detail = "execution " + report.executionId;
        if (report.lastQuantity.isPositive())
            detail += ", " + report.lastQuantity.text() + " at " + report.lastPrice.text();
        if (!report.reason.empty())
            detail += ", " + report.reason;
        set("order." + std::string(name(report.event)), "order " + std::to_string(report.order.value), detail);
    }
    void operator()(const TransferGroup& group) const
    {
        std::string detail = group.key;
        for (const Transfer& transfer : group.transfers)
            if (!transfer.asset.isInstrument())
                detail += "; " + std::string(name(transfer.from.bucket)) + " to " + std::string(name(transfer.to.bucket)) + " "
                    + Money(transfer.amount, transfer.asset.currency()).text() + " " + transfer.asset.currency().code();
        set("ledger." + std::string(name(group.kind)), "account " + std::to_string(group.account.value), detail);
    }
    void operator()(const DeskRecord& record) const
    {
        set("desk." + std::string(name(record.kind)), record.id, "revision " + std::to_string(record.revision) + (record.body.empty() ? ", lifted" : ", " + record.body));
        entry.actor = record.by;
    }
    void operator()(const clients::ClientRecord& record) const
    {
        const std::string kind(clients::name(record.kind()));
        set(kind + (record.revision == 1 ? ".recorded" : ".changed"), kind + " " + std::to_string(record.id), "revision " + std::to_string(record.revision));
        entry.actor = record.by;
    }
};

} // namespace

std::string factDigest(const Fact& fact)
{
    std::string bytes = std::to_string(fact.index());
    write(bytes, cellsOf(fact));
    if (const auto* group = std::get_if<TransferGroup>(&fact)) {
        for (const auto& transfer : group->transfers)
            write(bytes, cellsOf(transfer));
        for (const auto& change : group->reservations)
            write(bytes, cellsOf(change));
    }
    return security::auditDigest(bytes);
}

security::AuditEntry auditEntryOf(const Fact& fact, std::int64_t sequence, Timestamp now)
{
    security::AuditEntry entry;
    entry.time = now;
    entry.actor = "local";
    std::visit(Words{entry}, fact);
    entry.detail = "fact " + std::to_string(sequence) + ": " + entry.detail;
    entry.digest = factDigest(fact);
    return entry;
}

} // namespace rialto::storage
