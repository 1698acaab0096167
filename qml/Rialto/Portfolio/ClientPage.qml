// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Rialto.Theme
import Rialto.Kit
import Rialto.Charts
import Rialto.Trading
import Rialto.Portfolio

// One client: figures and allocation on top, then holdings, cash with its form, movements.
FocusScope {
    id: page

    required property PortfolioModel model

    objectName: "clientPage"

    SplitView {
        anchors.fill: parent
        orientation: Qt.Vertical

        Panel {
            title: page.model.name
            subtitle: page.model.subtitle
            T.SplitView.preferredHeight: Theme.px(188)
            T.SplitView.minimumHeight: Theme.px(120)

            RowLayout {
                anchors.fill: parent
                anchors.margins: Theme.space3
                spacing: Theme.space6

                Column {
                    Layout.fillWidth: true
                    Layout.alignment: Qt.AlignTop
                    spacing: Theme.space2

                    Figure {
                        objectName: "clientTotal"
                        width: parent.width
                        horizontalAlignment: Text.AlignLeft
                        large: true
                        text: page.model.baseCurrency + " " + page.model.total
                    }
                    KeyValueGrid {
                        objectName: "clientFigures"
                        width: parent.width
                        entries: page.model.figures.slice(1)
                    }
                    Label {
                        width: parent.width
                        visible: page.model.missing !== ""
                        text: qsTr("Without %1: no rate or price.").arg(page.model.missing)
                        font: Theme.smallFont
                        color: Theme.warning
                    }
                }
                DonutChart {
                    objectName: "clientAllocation"
                    Layout.preferredWidth: Theme.px(330)
                    Layout.fillHeight: true
                    label: qsTr("Allocation by asset class")
                    entries: page.model.allocation
                }
            }
        }
        Panel {
            title: qsTr("Holdings")
            T.SplitView.fillHeight: true
            T.SplitView.minimumHeight: Theme.px(120)

            DataTable {
                objectName: "holdingsTable"
                anchors.fill: parent
                anchors.bottomMargin: totals.height
                label: qsTr("Holdings")
                model: page.model.holdings
                emptyText: qsTr("Nothing is held")
                multiSelect: true
                spareColumns: ["name", "cost", "percent", "mark"]
                onCurrentChangedByUser: (row) => page.model.holdings.follow(row)
                Component.onCompleted: {
                    sortByKey("base", true)
                    for (const key of ["account", "realised", "base"]) // the page is narrow; the header's menu brings them back
                        setHidden(columns.findIndex((column) => column.key === key), true)
                }
            }
            PositionTotals {
                id: totals

                anchors.bottom: parent.bottom
                width: parent.width
                totals: page.model.holdings.totals
                missingRates: page.model.holdings.missingRates
                baseCurrency: page.model.holdings.baseCurrency
            }
        }
        SplitView {
            orientation: Qt.Horizontal
            T.SplitView.preferredHeight: Math.round(page.height * 0.34)
            T.SplitView.minimumHeight: Theme.px(150)

            Panel {
                title: qsTr("Cash")
                T.SplitView.preferredWidth: Math.round(page.width * 0.48)
                T.SplitView.minimumWidth: Theme.px(280)

                DataTable {
                    objectName: "cashTable"
                    anchors.fill: parent
                    anchors.bottomMargin: form.height
                    label: qsTr("Cash")
                    model: page.model.cash
                    emptyText: qsTr("No cash yet")
                    spareColumns: ["account", "reserved"]
                }
                CashForm {
                    id: form

                    anchors.bottom: parent.bottom
                    width: parent.width
                    model: page.model
                }
            }
            Panel {
                title: qsTr("Movements and trades")
                T.SplitView.fillWidth: true

                DataTable {
                    objectName: "movementsTable"
                    anchors.fill: parent
                    label: qsTr("Movements and trades")
                    model: page.model.movements
                    multiSelect: true
                    emptyText: qsTr("Nothing was booked yet")
                    spareColumns: ["kind", "currency"]
                }
            }
        }
    }
}
