// SPDX-License-Identifier: GPL-3.0-or-later
// OrderManager: every order of the book and how it changes. The only place that changes an Order; each change is an
// ExecutionReport that went through domain's order-state table. A report is applied once, however often it is told.
// Engine thread; rebuilt from the journal by applying the same facts.
#pragma once

#include "base/result.h"
#include "domain/execution_report.h"

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace rialto {

class OrderManager {
public:
    /// A new order in PendingNew. Errors: oms.command-used (the command id placed another order already).
    Result<OrderId> add(const Order& order);

    enum class Outcome { Applied, Duplicate };
    struct Applied {
        Outcome outcome = Outcome::Applied;
        Order before;
        Order after;
        bool alert = false; // legal but surprising, tell the user
    };
    /// `fillValue` is the rounded value of a fill, zero otherwise.
    /// Errors: oms.order-unknown, oms.transition-illegal (the report contradicts the order's life).
    Result<Applied> apply(const ExecutionReport& report, const Money& fillValue);

    const Order* find(OrderId id) const;
    const Order* findByCommand(const std::string& commandId) const;
    const std::map<OrderId, Order>& orders() const { return m_orders; }
    std::vector<OrderId> openOrders() const;
    int openOrders(AccountId account) const;
    /// Orders of the instrument that wait at this workstation, oldest first.
    std::vector<OrderId> held(InstrumentId instrument) const;
    /// Members of a group or block, the parent first.
    const std::vector<OrderId>& members(const std::string& group) const;
    /// Has one of its orders ever waited here?
    bool managedHere(const std::string& group) const { return m_managedHere.count(group) != 0; }
    /// Every group with an open member.
    std::vector<std::string> openGroups() const;
    /// How much of a child may still trade: what the parent has traded (or its own quantity), less its own fills and, where
    /// they are linked, those of the others.
    Quantity allowance(const Order& child) const;
    bool seen(const std::string& executionId) const { return m_executions.count(executionId) != 0; }
    OrderId nextId() const { return OrderId(m_orders.empty() ? 1 : m_orders.rbegin()->first.value + 1); }
    std::uint64_t hash() const;

private:
    void trackOpen(const Order& before, const Order& after);

    std::map<OrderId, Order> m_orders;
    std::unordered_map<std::string, OrderId> m_byCommand;
    std::unordered_set<std::string> m_executions;
    std::map<OrderId, AccountId> m_open;
    std::unordered_map<AccountId, int> m_openByAccount;
    std::set<std::pair<InstrumentId, OrderId>> m_held;
    std::unordered_map<std::string, std::vector<OrderId>> m_groups;
    std::unordered_set<std::string> m_managedHere;
};

} // namespace rialto
