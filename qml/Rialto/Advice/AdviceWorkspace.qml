// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Rialto.Theme
import Rialto.Kit
import Rialto.Advice

// Choices and what they mean at the left; the proposal, losses to harvest, and the questionnaire at the right.
FocusScope {
    id: workspace

    required property AdviceModel model

    objectName: "adviceWorkspace"
    onVisibleChanged: if (visible) model.refresh()
    Component.onCompleted: model.refresh()

    SplitView {
        anchors.fill: parent
        orientation: Qt.Horizontal

        Panel {
            title: qsTr("Advice")
            focus: true
            T.SplitView.preferredWidth: Theme.px(330)
            T.SplitView.minimumWidth: Theme.px(280)

            ScrollArea {
                anchors.fill: parent
                spacing: Theme.space2

                FormRow {
                    width: parent.width
                    label: qsTr("Client")

                    ComboBox {
                        objectName: "adviceClient"
                        label: qsTr("Client")
                        focus: true
                        model: workspace.model.clients
                        currentIndex: workspace.model.clientIndex
                        onActivated: (index) => workspace.model.clientIndex = index
                    }
                }
                FormRow {
                    width: parent.width
                    label: qsTr("Profile")
                    hint: workspace.model.profileText

                    ComboBox {
                        objectName: "adviceProfile"
                        label: qsTr("Profile")
                        model: workspace.model.profiles
                        currentIndex: workspace.model.profileIndex
                        onActivated: (index) => workspace.model.profileIndex = index

                        Binding on currentIndex { value: workspace.model.profileIndex }
                    }
                }
                FormRow {
                    width: parent.width
                    label: qsTr("Band")
                    hint: qsTr("How far a weight may drift before it is traded")

                    SegmentedControl {
                        objectName: "adviceBand"
                        label: qsTr("Band")
                        fill: true
                        model: workspace.model.bands
                        currentIndex: workspace.model.bandIndex
                        onActivated: (index) => workspace.model.bandIndex = index
                    }
                }
                FormRow {
                    width: parent.width
                    label: qsTr("Tax, short")
                    error: workspace.model.ratesFine ? "" : qsTr("Per cents between 0 and 100")

                    NumberField {
                        objectName: "adviceShortRate"
                        label: qsTr("Tax on gains of at most a year")
                        value: workspace.model.shortRate
                        unit: "%"
                        onEdited: (text) => workspace.model.shortRate = text
                    }
                }
                FormRow {
                    width: parent.width
                    label: qsTr("Tax, long")

                    NumberField {
                        objectName: "adviceLongRate"
                        label: qsTr("Tax on gains of more than a year")
                        value: workspace.model.longRate
                        unit: "%"
                        onEdited: (text) => workspace.model.longRate = text
                    }
                }
                Label {
                    objectName: "adviceFailure"
                    width: parent.width
                    visible: workspace.model.busy || workspace.model.failure !== ""
                    text: workspace.model.busy ? qsTr("Computing…") : workspace.model.failure
                    color: workspace.model.busy ? Theme.textMuted : Theme.warning
                    wrapMode: Text.Wrap
                    elide: Text.ElideNone
                }
                SectionLabel {
                    visible: today.visible
                    text: qsTr("Suitability")
                }
                Label {
                    id: today

                    objectName: "adviceSuitability"
                    width: parent.width
                    visible: text !== ""
                    text: workspace.model.suitabilityNow
                    color: workspace.model.suitsNow ? Theme.text : Theme.danger
                    wrapMode: Text.Wrap
                    elide: Text.ElideNone
                }
                Label {
                    width: parent.width
                    visible: text !== ""
                    text: workspace.model.suitabilityAfter !== "" ? qsTr("After the proposal: %1").arg(workspace.model.suitabilityAfter) : ""
                    color: workspace.model.suitsAfter ? Theme.success : Theme.danger
                    wrapMode: Text.Wrap
                    elide: Text.ElideNone
                }
                Button {
                    objectName: "adviceProposal"
                    width: parent.width
                    implicitHeight: Theme.px(32)
                    kind: Button.Primary
                    icon.name: "file"
                    text: qsTr("Proposal as a document")
                    hint: workspace.model.profileIndex !== 0 ? qsTr("The document follows the client's assessed profile") : ""
                    enabled: workspace.model.ready
                    onClicked: workspace.model.requestProposal()
                }
            }
        }
        Panel {
            T.SplitView.fillWidth: true
            T.SplitView.minimumWidth: Theme.px(520)
            leading: [
                Tabs {
                    id: tabs

                    objectName: "adviceTabs"
                    label: qsTr("Advice")
                    model: [qsTr("Proposal"), qsTr("Losses to harvest"), qsTr("Questionnaire")]
                    counts: [workspace.model.trades.length > 0 ? workspace.model.trades.length : "", workspace.model.harvest.length > 0 ? workspace.model.harvest.length : "", ""]
                }
            ]

            ProposalPage {
                anchors.fill: parent
                visible: tabs.currentIndex === 0
                model: workspace.model
            }
            HarvestPage {
                anchors.fill: parent
                visible: tabs.currentIndex === 1
                model: workspace.model
            }
            QuestionnairePage {
                anchors.fill: parent
                visible: tabs.currentIndex === 2
                model: workspace.model
                onUsed: tabs.choose(0)
            }
        }
    }
}
