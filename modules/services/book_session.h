// SPDX-License-Identifier: GPL-3.0-or-later
// BookSession: one open book with everything behind it. BookOpener is the port that composition (app/) implements, so that
// the console and the workstation open books without naming a store or an adapter.
#pragma once

#include "base/result.h"
#include "brokers/broker_catalogue.h"
#include "services/app_services.h"
#include "services/login.h"
#include "services/security_desk.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rialto::market {
class BarStore;
class ImportLog;
class TickStore;
}
namespace rialto::research {
class ResearchStore;
}

namespace rialto {

struct BookOptions {
    std::string directory;       // "": the demo book in the user's data folder
    bool create = true;          // a folder without a book becomes a new demo book
    std::uint64_t seed = 20260105; // of the demo market, when a book is made
    int demoClients = 0;         // a demo book that is made gets so many clients more
    std::string replayFile;      // real bars or ticks that drive one instrument
    FaultRates faults;           // a bad line to the broker, on purpose
    std::uint64_t faultSeed = 1;
    std::function<Result<Credentials>()> credentials{}; // asked for when the book is protected
    std::string program = "rialto"; // as the list of sessions names it
};

class BookSession {
public:
    virtual ~BookSession() = default;
    /// Started; without a thread until `run` is called on it.
    virtual AppServices& services() = 0;
    /// Bars by instrument and interval. The store takes one thread at a time; `openBars` gives another thread its own.
    virtual market::BarStore& bars() = 0;
    virtual Result<std::unique_ptr<market::BarStore>> openBars() = 0;
    virtual Result<std::unique_ptr<market::TickStore>> openTicks() = 0;
    /// News, filings, statistics and fixings.
    virtual Result<std::unique_ptr<research::ResearchStore>> openResearch() = 0;
    /// Where stored values came from and what was decided about them. Errors: storage.read-only where a session keeps none.
    virtual Result<std::unique_ptr<market::ImportLog>> openImports();
    virtual const std::string& directory() const = 0;

    /// Writes the audit log with a signed end; the answer is "SEQUENCE:HASH", to be kept elsewhere.
    /// Errors: storage.audit-empty, storage.audit-key, storage.audit-export.
    virtual Result<std::string> exportAudit(const std::string& file);
    /// The first fact that differs from what the audit log remembers of it, if any.
    virtual Result<std::optional<std::int64_t>> firstAlteredFact();
    /// The newest lines of the audit log, oldest of them first.
    virtual Result<std::vector<std::string>> auditLines(int most);

    /// Users and approvals of a protected book, in the thread that opened the session; null when the book is not protected.
    virtual SecurityDesk* security() { return nullptr; }
    /// When somebody last asked every screen to lock (BookOpener::lockScreens); zero: never.
    virtual Timestamp lockedAt() const { return {}; }
    /// The screen is left alone: nobody may do anything until `unlock`. The market goes on.
    virtual void lock() {}
    /// Slow, as every trial of a password. Errors: those of services/login.h.
    virtual Result<void> unlock(const Credentials& credentials);
};

/// A file of a backup, with its BLAKE2b-256 in hex.
struct BackupEntry {
    std::string name;
    std::uint64_t bytes = 0;
    std::string hash;
};

class BookOpener {
public:
    virtual ~BookOpener() = default;
    virtual Result<std::unique_ptr<BookSession>> open(const BookOptions& options) = 0;
    /// Everything of a book into one file under a password, read back and compared; and back into a folder that is not there
    /// yet. An empty directory is the demo book. Errors: see storage/book_backup.h.
    virtual Result<std::vector<BackupEntry>> backUp(const BookOptions& book, const std::string& file, const std::string& password);
    virtual Result<std::vector<BackupEntry>> restore(const std::string& file, const std::string& directory, const std::string& password);
    /// The brokers of this program, or null where there are none.
    virtual BrokerCatalogue* brokers() { return nullptr; }

    /// Is there a lock on the door?
    virtual bool isProtected(const std::string& directory) const;
    /// Screens that have the book open ask for a password again. Anyone may. Errors: security.not-protected.
    virtual Result<void> lockScreens(const std::string& directory);
    /// From now on only users get in; the first one is an admin with this password. Nobody else may have the book open.
    /// Errors: security.protected-already, storage.no-book, those of the password policy and of the book.
    virtual Result<void> protect(const BookOptions& book, const SecurityDesk::NewUser& admin, const std::string& password);

};

} // namespace rialto
