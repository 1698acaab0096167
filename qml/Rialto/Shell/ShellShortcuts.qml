// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Shell

// The keys that work wherever the focus is.
Item {
    id: keys

    required property Workstation workstation

    signal fieldAsked()
    signal sheetAsked()

    Shortcut { sequence: "Ctrl+K"; onActivated: keys.fieldAsked() }
    Shortcut { sequence: "F1"; onActivated: keys.sheetAsked() }
    Shortcut { sequence: "Ctrl+T"; onActivated: keys.workstation.toggleDark() }
    Shortcut { sequence: "Ctrl+L"; onActivated: keys.workstation.toggleLanguage() }
    Shortcut { sequence: "Ctrl+P"; onActivated: keys.workstation.status.togglePause() }
    Shortcut { sequence: "Ctrl+."; onActivated: keys.workstation.status.step() }
    Shortcut { sequence: "Ctrl+D"; onActivated: keys.workstation.commandFieldRequested(true) }
    Shortcut { sequence: "Ctrl+Q"; onActivated: keys.workstation.quitRequested() }
    Shortcut { sequences: ["Ctrl++", "Ctrl+="]; onActivated: keys.workstation.stepScale(1) }
    Shortcut { sequence: "Ctrl+-"; onActivated: keys.workstation.stepScale(-1) }
    Shortcut { sequence: "Alt+B"; onActivated: keys.workstation.market.tradeRequested(true) }
    Shortcut { sequence: "Alt+S"; onActivated: keys.workstation.market.tradeRequested(false) }
    Shortcut { sequence: "Ctrl+PgDown"; onActivated: keys.workstation.market.watchlist.step(1) }
    Shortcut { sequence: "Ctrl+PgUp"; onActivated: keys.workstation.market.watchlist.step(-1) }

    Instantiator {
        model: Math.min(10, keys.workstation.workspaces.length)

        Shortcut {
            required property int index

            sequence: "Ctrl+" + (index + 1) % 10
            onActivated: keys.workstation.workspace = index
        }
    }
}
