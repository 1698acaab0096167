// SPDX-License-Identifier: GPL-3.0-or-later
// Lab: the timelines of the simulator's screen, and LabView: what there is to see of them, as values. A Lab belongs to one thread at a
// time; a view is immutable. Nothing here formats for a language.
#pragma once

#include "simulator/timeline.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace rialto::simulation {

struct LabSettings {
    std::uint64_t seed = 1;
    QString venue = QStringLiteral("demo");
    simulator::AgentMix mix;
    simulator::LatencyModel latency;
    simulator::FaultModel faults;
    friend bool operator==(const LabSettings&, const LabSettings&) = default;
};

/// An order of the user's in the laboratory.
struct LabOrder {
    OrderId id;
    Side side = Side::Buy;
    Quantity quantity;
    Quantity filled;
    Price limit;
    bool open = false;
    QString end;                     // code of the reason, when there is one
    std::optional<Quantity> ahead;   // exactly, from the book
    std::optional<Quantity> atPrice;
};

struct LabView {
    struct Line {
        QString name;
        std::uint64_t seed = 0;
        std::size_t branchedAfter = 0; // steps
        std::vector<simulator::Timeline::Step> steps;
        std::optional<std::size_t> differsAt; // from the first timeline, step from 0
        std::vector<std::size_t> snapshots;
    };
    std::vector<Line> lines;
    std::size_t active = 0;
    Timestamp time;
    simulator::Session session;
    bool halted = false;
    std::optional<Price> indicative;
    Quantity indicativeVolume;
    DepthUpdate depth;
    std::vector<LabOrder> orders;
    std::uint64_t lostMessages = 0;
    Instrument instrument;
    std::optional<Error> failure;
};

class Lab {
public:
    static constexpr std::size_t kMostLines = 6;
    static constexpr std::size_t kMostSteps = 3900; // ten days of minutes
    static constexpr std::size_t kDepth = 8;

    /// Errors: those of venue_listings.h.
    static Result<std::unique_ptr<Lab>> open(const LabSettings& settings, const QString& symbol);

    void run(std::size_t steps);
    simulator::Timeline& active() { return m_lines[m_active].timeline; }
    void choose(std::size_t line) { m_active = std::min(line, m_lines.size() - 1); }
    void change(const LabSettings& settings);
    void halt(bool halted);
    /// At the best price of the own side, or at once.
    void place(Side side, bool market);
    void cancel(OrderId order);
    /// The active timeline goes back to the end of that step; what came later is forgotten.
    Result<void> rewind(std::size_t step);
    /// A new timeline from there, brought to where the active one stands; it becomes the active one. Refused when there are too many.
    Result<void> branch(std::size_t step, const LabSettings& settings);
    LabView view() const;

private:
    struct Line {
        QString name;
        LabSettings settings;
        std::size_t branchedAfter = 0;
        simulator::Timeline timeline;
        std::vector<LabOrder> orders;
    };
    Lab() = default;
    const simulator::Listing& listing() const;
    std::vector<LabOrder> ordersOf(const Line& line) const;

    std::vector<Line> m_lines;
    std::size_t m_active = 0;
    std::uint64_t m_nextOrder = 1;
};

} // namespace rialto::simulation
