// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit
import Rialto.Trading

// What few orders have: how much of it is shown, and where to leave again once it has traded.
Column {
    id: exits

    required property OrderTicketModel model

    spacing: Theme.space2

    CheckBox {
        objectName: "ticketMore"
        text: qsTr("Iceberg, target, stop loss")
        checked: exits.model.leaves
        onToggled: exits.model.leaves = checked
    }
    FormRow {
        width: parent.width
        visible: exits.model.leaves
        label: qsTr("Shown")

        NumberField {
            objectName: "ticketDisplay"
            label: qsTr("Shown at once, of an iceberg")
            value: exits.model.display
            onEdited: (text) => exits.model.display = text
        }
    }
    FormRow {
        width: parent.width
        visible: exits.model.leaves
        label: qsTr("Target")

        NumberField {
            objectName: "ticketTarget"
            label: qsTr("Leave at this limit once it has traded")
            value: exits.model.target
            unit: exits.model.currency
            onEdited: (text) => exits.model.target = text
        }
    }
    FormRow {
        width: parent.width
        visible: exits.model.leaves
        label: qsTr("Stop loss")
        error: exits.model.termsError

        NumberField {
            objectName: "ticketStopLoss"
            label: qsTr("Leave when the market comes to this price")
            value: exits.model.stopLoss
            unit: exits.model.currency
            onEdited: (text) => exits.model.stopLoss = text
        }
    }
}
