// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Rialto.Theme
import Rialto.Kit
import Rialto.Clients

// Opens a client step by step; the last step enters everything at once.
Panel {
    id: page

    required property OnboardingModel model
    signal cancelled()

    objectName: "onboardingPage"
    title: qsTr("New client")
    subtitle: qsTr("Step %1 of %2").arg(model.step + 1).arg(model.steps.length)
    Keys.onEscapePressed: page.cancelled()

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.space3
        spacing: Theme.space3

        Row {
            spacing: Theme.space2

            Repeater {
                model: page.model.steps

                Badge {
                    required property int index
                    required property string modelData

                    text: (index + 1) + "  " + modelData
                    tone: index === page.model.step ? Theme.Accent : index < page.model.step ? Theme.Success : Theme.Muted
                }
            }
        }
        ScrollArea {
            Layout.fillWidth: true
            Layout.fillHeight: true
            padding: 0
            spacing: Theme.space2

            Column {
                width: Math.min(parent.width, Theme.px(460))
                visible: page.model.step === 0
                spacing: Theme.space2

                FormRow {
                    width: parent.width
                    label: qsTr("Kind")
                    ComboBox {
                        objectName: "onboardKind"
                        label: qsTr("Kind")
                        model: page.model.kinds
                        currentIndex: page.model.kind
                        onActivated: (index) => page.model.kind = index
                    }
                }
                FormRow {
                    width: parent.width
                    label: qsTr("Name")
                    TextField {
                        objectName: "onboardName"
                        focus: true
                        label: qsTr("Name")
                        value: page.model.name
                        onEdited: (text) => page.model.name = text
                    }
                }
                FormRow {
                    width: parent.width
                    label: qsTr("Chinese name")
                    TextField {
                        objectName: "onboardNameZh"
                        label: qsTr("Chinese name")
                        value: page.model.nameZh
                        onEdited: (text) => page.model.nameZh = text
                    }
                }
                FormRow {
                    width: parent.width
                    label: page.model.kind === 0 ? qsTr("Born") : qsTr("Founded")
                    hint: qsTr("As 1980-05-17")
                    TextField {
                        objectName: "onboardBorn"
                        label: qsTr("Born")
                        value: page.model.born
                        onEdited: (text) => page.model.born = text
                    }
                }
                FormRow {
                    width: parent.width
                    label: qsTr("Country")
                    hint: qsTr("Two letters, as US")
                    TextField {
                        objectName: "onboardCountry"
                        label: qsTr("Country")
                        value: page.model.country
                        onEdited: (text) => page.model.country = text
                    }
                }
            }
            Column {
                width: Math.min(parent.width, Theme.px(460))
                visible: page.model.step === 1
                spacing: Theme.space2

                FormRow {
                    width: parent.width
                    label: qsTr("Household")
                    ComboBox {
                        objectName: "onboardHousehold"
                        label: qsTr("Household")
                        model: page.model.households
                        currentIndex: page.model.household
                        onActivated: (index) => page.model.household = index
                    }
                }
                FormRow {
                    width: parent.width
                    label: qsTr("Account in")
                    ComboBox {
                        objectName: "onboardCurrency"
                        label: qsTr("Account in")
                        model: page.model.currencies
                        currentIndex: page.model.currency
                        onActivated: (index) => page.model.currency = index
                    }
                }
            }
            Column {
                width: Math.min(parent.width, Theme.px(460))
                visible: page.model.step === 2
                spacing: Theme.space2

                FormRow {
                    width: parent.width
                    label: page.model.kind === 0 ? qsTr("Passport") : qsTr("Register")
                    TextField {
                        objectName: "onboardDocument"
                        label: qsTr("Number of the paper")
                        value: page.model.documentNumber
                        onEdited: (text) => page.model.documentNumber = text
                    }
                }
                FormRow {
                    width: parent.width
                    label: qsTr("Expires")
                    hint: qsTr("As 2031-05-17")
                    TextField {
                        objectName: "onboardExpires"
                        label: qsTr("Expires")
                        value: page.model.documentExpires
                        onEdited: (text) => page.model.documentExpires = text
                    }
                }
            }
            Column {
                width: parent.width
                visible: page.model.step === 3
                spacing: Theme.space3

                Repeater {
                    model: page.model.questions

                    Column {
                        id: question

                        required property int index
                        required property var modelData

                        width: parent ? parent.width : 0
                        spacing: Theme.space1

                        Label {
                            width: parent.width
                            text: (question.index + 1) + ". " + question.modelData.text
                            wrapMode: Text.Wrap
                            elide: Text.ElideNone
                        }
                        ComboBox {
                            objectName: "onboardAnswer" + question.index
                            width: Math.min(parent.width, Theme.px(420))
                            label: question.modelData.text
                            model: question.modelData.choices
                            currentIndex: question.modelData.answer
                            onActivated: (index) => page.model.answer(question.index, index - 1)
                        }
                    }
                }
            }
            KeyValueGrid {
                width: Math.min(parent.width, Theme.px(460))
                visible: page.model.step === 4
                entries: page.model.summary
            }
        }
        Label {
            objectName: "onboardProblem"
            Layout.fillWidth: true
            visible: text !== ""
            text: page.model.problem
            color: Theme.danger
            wrapMode: Text.Wrap
            elide: Text.ElideNone
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space2

            Button {
                objectName: "onboardCancel"
                kind: Button.Quiet
                text: qsTr("Cancel")
                onClicked: page.cancelled()
            }
            Item { Layout.fillWidth: true }
            Button {
                objectName: "onboardBack"
                visible: page.model.step > 0
                text: qsTr("Back")
                onClicked: page.model.back()
            }
            Button {
                objectName: "onboardNext"
                kind: Button.Primary
                text: page.model.step === 4 ? qsTr("Open client and ask for approval") : qsTr("Next")
                onClicked: page.model.next()
            }
        }
    }
}
