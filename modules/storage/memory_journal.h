// SPDX-License-Identifier: GPL-3.0-or-later
// MemoryJournal: a Journal that lasts as long as the object; for tests and a book that shall leave no trace. One thread.
#pragma once

#include "engine/journal.h"

#include <map>
#include <set>

namespace rialto::storage {

class MemoryJournal final : public Journal {
public:
    Result<void> append(const std::vector<Fact>& facts) override;
    Result<void> load(const std::function<Result<void>(Fact&&)>& visit) override;
    Result<std::optional<std::string>> setting(const std::string& key) override;
    Result<void> setSetting(const std::string& key, const std::string& value) override;

private:
    std::vector<Fact> m_facts;
    std::set<std::string> m_keys;
    std::map<std::string, std::string> m_settings;
};

} // namespace rialto::storage
