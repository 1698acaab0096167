// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit
import Rialto.Advice

// Lots below their cost: what selling them would save.
FocusScope {
    id: page

    required property AdviceModel model

    Label {
        id: head

        x: Theme.space3
        y: Theme.space2
        width: parent.width - 2 * x
        text: page.model.harvestSummary
        wrapMode: Text.Wrap
        elide: Text.ElideNone
    }
    PlainTable {
        id: lots

        objectName: "adviceLosses"
        anchors.top: head.bottom
        anchors.topMargin: Theme.space2
        width: parent.width
        height: Math.min(parent.height * 0.6, Math.max(Theme.px(160), (page.model.harvest.length + 1) * Theme.rowHeight + Theme.space3))
        focus: true
        label: qsTr("Losses to harvest")
        header: page.model.harvestHeader
        widths: [0, 100, 84, 110, 110, 104, 104, 90]
        rows: page.model.harvest
        emptyText: page.model.busy ? qsTr("Computing…") : qsTr("No losses to harvest")
    }
    Separator { id: line; anchors.top: lots.bottom; width: parent.width; visible: page.model.harvestSentences.length > 0 }
    ScrollArea {
        anchors.top: line.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        spacing: Theme.space2

        Repeater {
            model: page.model.harvestSentences

            Label {
                required property string modelData

                width: parent ? parent.width : 0
                text: modelData
                wrapMode: Text.Wrap
                elide: Text.ElideNone
            }
        }
    }
}
