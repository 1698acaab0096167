// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit

// The sums below a table of positions: a line a currency, the base currency last and strong.
Rectangle {
    id: sums

    property var totals: []
    property string missingRates: ""
    property string baseCurrency: ""

    objectName: "positionTotals"
    height: totals.length === 0 ? 0 : Math.min(totals.length, 5) * Theme.px(20) + Theme.px(24) + (missing.visible ? Theme.px(20) : 0) + Theme.space1
    visible: totals.length > 0
    color: Theme.raised
    clip: true

    Separator { width: parent.width }
    Row {
        id: titles

        anchors.right: parent.right
        anchors.rightMargin: Theme.space3
        height: Theme.px(24)

        Repeater {
            model: [qsTr("Market value"), qsTr("Unrealised P&L"), qsTr("P&L %"), qsTr("Realised")]

            Label {
                required property int index
                required property string modelData

                width: index === 2 ? Theme.px(84) : Theme.px(128)
                height: parent.height
                horizontalAlignment: Text.AlignRight
                text: modelData
                font: Theme.smallFont
                muted: true
            }
        }
    }
    Column {
        id: lines

        y: titles.height
        width: parent.width

        Repeater {
            model: sums.totals

            Item {
                id: line

                required property var modelData

                width: parent.width
                height: Theme.px(20)

                Label {
                    x: Theme.space2
                    height: parent.height
                    text: line.modelData.label
                    font: line.modelData.base ? Theme.strongFont : Theme.bodyFont
                    muted: !line.modelData.base
                }
                Row {
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.space3
                    height: parent.height

                    Figure {
                        width: Theme.px(128)
                        height: parent.height
                        text: line.modelData.value
                        font.bold: line.modelData.base
                    }
                    Figure {
                        width: Theme.px(128)
                        height: parent.height
                        text: line.modelData.unrealised
                        tone: line.modelData.tone
                        font.bold: line.modelData.base
                    }
                    Figure {
                        width: Theme.px(84)
                        height: parent.height
                        text: line.modelData.percent
                        tone: line.modelData.tone
                    }
                    Figure {
                        width: Theme.px(128)
                        height: parent.height
                        text: line.modelData.realised
                        tone: line.modelData.realisedTone
                    }
                }
            }
        }
    }
    Label {
        id: missing

        x: Theme.space2
        y: titles.height + lines.height
        height: Theme.px(20)
        visible: sums.missingRates !== ""
        text: qsTr("No rate to %1 for %2: not in the sum.").arg(sums.baseCurrency).arg(sums.missingRates)
        font: Theme.smallFont
        color: Theme.warning
    }
}
