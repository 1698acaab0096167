// SPDX-License-Identifier: GPL-3.0-or-later
// Journal: the port that keeps the facts. Used by the engine host, from one thread. Storage implements it.
#pragma once

#include "base/result.h"
#include "engine/fact.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace rialto {

/// Something for the audit log that is no fact of the book: a login, a reveal, an approval.
struct AuditNote {
    std::string action;  // "user.added"
    std::string subject;
    std::string detail;
};

class Journal {
public:
    virtual ~Journal() = default;
    /// All facts or none; on success they survive kill -9 and power loss. A fact whose unique key (instrument, client, account,
    /// order or command id, execution id, group key) is there already is an error: journal.duplicate.
    /// Other errors: storage.disk-full, storage.read-only, storage.unavailable.
    virtual Result<void> append(const std::vector<Fact>& facts) = 0;
    /// Every fact in the order of appending. A failing visitor ends the load with its error.
    virtual Result<void> load(const std::function<Result<void>(Fact&&)>& visit) = 0;

    /// Small named values beside the facts (simulator checkpoint, session number). Not part of the engine's state.
    virtual Result<std::optional<std::string>> setting(const std::string& key) = 0;
    virtual Result<void> setSetting(const std::string& key, const std::string& value) = 0;

    /// On whose behalf the next facts are written, for journals that keep an audit log.
    virtual void setActor(const std::string&) {}
    /// Durable when it returns; a journal without an audit log has nothing to keep.
    virtual Result<void> note(const AuditNote&) { return {}; }
};

} // namespace rialto
