// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/note_view.h"

#include <chrono>

namespace rialto::cli {

Json noteJson(const research::Note& note, bool withBody)
{
    Json out{{"id", note.id}, {"revision", note.revision}, {"time", isoUtc(note.time)}, {"author", note.author}, {"title", note.title},
        {"rating", note.rating.empty() ? Json(nullptr) : Json(note.rating)}, {"target", note.target ? Json(note.target->text()) : Json(nullptr)},
        {"currency", note.currency.empty() ? Json(nullptr) : Json(note.currency)}, {"symbols", note.symbols}, {"clients", note.clients}};
    if (withBody)
        out["body"] = note.body;
    return out;
}

std::string noteText(const research::Note& note)
{
    const auto joined = [](const std::vector<std::string>& list) {
        std::string out;
        for (const auto& each : list)
            out += (out.empty() ? "" : ", ") + each;
        return out;
    };
    std::string text = "#" + std::to_string(note.id) + "  " + note.title + "\n" + isoUtc(note.time) + (note.author.empty() ? "" : ", " + note.author) + ", revision " + std::to_string(note.revision) + "\n";
    if (!note.rating.empty() || note.target)
        text += "rating " + (note.rating.empty() ? "none" : note.rating) + (note.target ? ", target " + note.target->text() + " " + note.currency : "") + "\n";
    if (!note.symbols.empty())
        text += "instruments " + joined(note.symbols) + "\n";
    if (!note.clients.empty())
        text += "clients " + joined(note.clients) + "\n";
    return text + "\n" + note.body;
}

Timestamp wallClock()
{
    return Timestamp(std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch()).count());
}

} // namespace rialto::cli
