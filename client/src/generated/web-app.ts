// Made by `npm run client` from the operations of the server; a change by hand is lost. One file per family, however long that becomes.
/* oxlint-disable max-lines */

import type { CallOptions, OperationEntry } from '../operation-entry.ts';
import type {
  Deployment,
  Page,
  Form,
  StartedProcessInstance,
  TasklistFilter,
  ListedUserTask,
  TasklistCounts,
  TaskEvent,
  TaskFilter,
  TaskFilterContent,
  Overview,
  SoundnessFinding,
  TriedDecision,
  PlayStart,
  PlayCommand,
  PlayAnswer,
  Scenario,
  ScenarioResult,
  ProcessCoverage,
  DraftSummary,
  Draft,
  DraftHit,
  DraftPresence,
  DraftScenarios,
  DraftComment,
  Person,
  Notification,
  DraftFolder,
  DraftVersionSummary,
  DraftVersion,
  ElementTemplate,
  DraftLinks,
  ProcessLinks,
  DeployedForm,
  Example,
} from './schemas.ts';

export type SearchTasklistInput = {
  readonly filter?: TasklistFilter;
  readonly sort?: readonly {
    readonly field: 'creationDate' | 'completionDate' | 'followUpDate' | 'dueDate' | 'priority' | 'name';
    readonly order?: 'ASC' | 'DESC' | 'asc' | 'desc';
  }[];
  /** One of `from`, `after` and `before`; cursors come from the page of an answer. */
  readonly page?: {
    readonly limit?: number;
    readonly from?: number;
    readonly after?: string;
    readonly before?: string;
  };
};

export type SearchTasklistAnswer = {
  readonly items: readonly ListedUserTask[];
  readonly page: Page;
};

export type CountTasklistInput = {
  /** Who looks. Passed over where people sign in. */
  readonly user?: string | null;
  /** The day of who looks, in their time zone. (Default: the day in UTC.) */
  readonly day?: {
    readonly start: string;
    readonly end: string;
  };
};

export type CountTasklistAnswer = TasklistCounts;

export type GetTasklistTaskInput = {
  readonly userTaskKey: string;
};

export type GetTasklistTaskAnswer = ListedUserTask;

export type GetTaskHistoryInput = {
  readonly userTaskKey: string;
};

export type GetTaskHistoryAnswer = {
  readonly items: readonly TaskEvent[];
};

export type ListTaskFiltersInput = {
  readonly user?: string;
};

export type ListTaskFiltersAnswer = {
  readonly items: readonly TaskFilter[];
};

export type CreateTaskFilterInput = {
  readonly name: string;
  readonly content: TaskFilterContent;
  /** Who sees it: its owner, those of a group too, or everybody of the tenant. */
  readonly audience: 'private' | 'group' | 'everybody';
  /** Of the audience `group`. */
  readonly groupId?: string | null;
  /** Who it is. Passed over where people sign in. */
  readonly user?: string | null;
  readonly tenantId?: string | null;
};

export type CreateTaskFilterAnswer = TaskFilter;

export type ChangeTaskFilterInput = {
  readonly filterId: string;
} & {
  readonly name: string;
  readonly content: TaskFilterContent;
  /** Who sees it: its owner, those of a group too, or everybody of the tenant. */
  readonly audience: 'private' | 'group' | 'everybody';
  /** Of the audience `group`. */
  readonly groupId?: string | null;
  /** Who it is. Passed over where people sign in. */
  readonly user?: string | null;
  readonly revision: number;
};

export type ChangeTaskFilterAnswer = TaskFilter;

export type DeleteTaskFilterInput = {
  readonly filterId: string;
};

export type GetServerInfoAnswer = {
  readonly name: 'Baton';
  readonly version: string;
  readonly database: 'sqlite' | 'postgresql';
  readonly environment: string | null;
  /** The clock of the server, epoch milliseconds. */
  readonly nowMs: number;
  /** Whether callers have to sign in; with an identity provider a password is taken too. */
  readonly login: 'none' | 'password' | 'identity-provider';
  /** Whether everybody sees only what belongs to tenants that they are members of. */
  readonly isMultiTenant: boolean;
};

export type GetFormInput = {
  readonly formId: string;
  readonly tenantId?: string;
};

export type GetFormAnswer = Form;

export type ValidateResourceInput = {
  readonly resourceName: string;
  readonly content: string;
  readonly tenantId?: string | null;
};

export type ValidateResourceAnswer = {
  readonly valid: boolean;
  readonly problems: readonly {
    readonly severity: 'error' | 'warning';
    readonly message: string;
  }[];
};

export type GetOverviewInput = {
  readonly assignee?: string;
};

export type GetOverviewAnswer = Overview;

export type CheckSoundnessInput = {
  readonly content: string;
};

export type CheckSoundnessAnswer = {
  /** False for a file that does not compile, or takes more time than a check may. */
  readonly isChecked: boolean;
  readonly findings: readonly SoundnessFinding[];
  /** Scopes with too many possibilities: there may be more than was found. */
  readonly unfinishedScopeIds: readonly string[];
};

export type TryDecisionInput = {
  /** The DMN file. */
  readonly content: string;
  readonly decisionId: string;
  /** The variables of each trial. */
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly tenantId?: string | null;
};

export type TryDecisionAnswer = {
  readonly problems: readonly {
    readonly elementId: string | null;
    readonly code: string;
    readonly severity: 'error' | 'warning';
    readonly message: string;
  }[];
  readonly rows: readonly {
    readonly output: unknown;
    readonly failure: {
      readonly decisionId: string;
      readonly message: string;
    } | null;
    /** The decision and those that it requires, in the order in which they were made. */
    readonly decisions: readonly TriedDecision[];
  }[];
};

export type PlayDraftInput = {
  readonly files: readonly {
    readonly name: string;
    readonly content: string;
  }[];
  readonly start: PlayStart;
  readonly commands: readonly PlayCommand[];
  readonly tenantId?: string | null;
};

export type PlayDraftAnswer = PlayAnswer;

export type RunScenariosInput = {
  readonly files: readonly {
    readonly name: string;
    readonly content: string;
  }[];
  readonly scenarios: readonly Scenario[];
  readonly tenantId?: string | null;
};

export type RunScenariosAnswer = {
  readonly results: readonly ScenarioResult[];
  readonly coverage: readonly ProcessCoverage[];
};

export type ListDraftsInput = {
  readonly kind?: 'bpmn' | 'form' | 'dmn';
};

export type ListDraftsAnswer = {
  readonly items: readonly DraftSummary[];
};

export type CreateDraftInput = {
  readonly name: string;
  readonly kind: 'bpmn' | 'form' | 'dmn';
  readonly content: string;
  readonly folderId?: string | null;
  readonly author?: string | null;
  readonly tenantId?: string | null;
};

export type CreateDraftAnswer = Draft;

export type GetDraftInput = {
  readonly draftId: string;
};

export type GetDraftAnswer = Draft;

export type SaveDraftInput = {
  readonly draftId: string;
} & {
  readonly name?: string;
  readonly content?: string;
  readonly revision: number;
  readonly author?: string | null;
};

export type SaveDraftAnswer = DraftSummary;

export type DeleteDraftInput = {
  readonly draftId: string;
};

export type MoveDraftInput = {
  readonly draftId: string;
} & {
  readonly folderId: string | null;
};

export type MoveDraftAnswer = DraftSummary;

export type FindInDraftsInput = {
  readonly q: string;
};

export type FindInDraftsAnswer = {
  readonly items: readonly DraftHit[];
  /** Whether all drafts were looked into. */
  readonly isComplete: boolean;
};

export type MeetAtDraftInput = {
  readonly draftId: string;
} & {
  readonly session: string;
  readonly name?: string;
  readonly wish: 'edit' | 'takeOver' | 'watch' | 'leave';
};

export type MeetAtDraftAnswer = DraftPresence;

export type GetDraftScenariosInput = {
  readonly draftId: string;
};

export type GetDraftScenariosAnswer = DraftScenarios;

export type SaveDraftScenariosInput = {
  readonly draftId: string;
} & {
  readonly revision: number;
  readonly scenarios: readonly Scenario[];
};

export type SaveDraftScenariosAnswer = DraftScenarios;

export type ListDraftCommentsInput = {
  readonly draftId: string;
};

export type ListDraftCommentsAnswer = {
  readonly items: readonly DraftComment[];
};

export type AddDraftCommentInput = {
  readonly draftId: string;
} & {
  readonly text: string;
  /** Absent: about the file as a whole. Of a reply it is passed over. */
  readonly elementId?: string | null;
  /** What the element is called, to be shown when it is gone. */
  readonly elementName?: string | null;
  /** Any comment of the thread. */
  readonly replyTo?: string | null;
  readonly author?: string | null;
};

export type AddDraftCommentAnswer = DraftComment;

export type ChangeDraftCommentInput = {
  readonly commentKey: string;
} & {
  readonly text?: string;
  /** Of the first comment of a thread. */
  readonly isResolved?: boolean;
  readonly author?: string | null;
};

export type ChangeDraftCommentAnswer = DraftComment;

export type DeleteDraftCommentInput = {
  readonly commentKey: string;
};

export type FindDraftPeopleInput = {
  readonly draftId: string;
  readonly q?: string;
};

export type FindDraftPeopleAnswer = {
  readonly items: readonly Person[];
};

export type ListNotificationsInput = {
  readonly limit?: number;
  readonly before?: string;
};

export type ListNotificationsAnswer = {
  readonly items: readonly Notification[];
  /** Of all, not only of these. */
  readonly unreadCount: number;
  readonly hasMore: boolean;
};

export type MarkNotificationInput = {
  readonly notificationKey: string;
} & {
  readonly isRead: boolean;
};

export type ListDraftFoldersAnswer = {
  readonly items: readonly DraftFolder[];
};

export type CreateDraftFolderInput = {
  readonly name: string;
  readonly parentId?: string | null;
  readonly tenantId?: string | null;
};

export type CreateDraftFolderAnswer = DraftFolder;

export type ChangeDraftFolderInput = {
  readonly folderId: string;
} & {
  readonly name?: string;
  readonly parentId?: string | null;
};

export type ChangeDraftFolderAnswer = DraftFolder;

export type DeleteDraftFolderInput = {
  readonly folderId: string;
  readonly folders?: number;
  readonly drafts?: number;
};

export type ListDraftVersionsInput = {
  readonly draftId: string;
};

export type ListDraftVersionsAnswer = {
  readonly items: readonly DraftVersionSummary[];
};

export type CreateDraftVersionInput =
  | ({
      readonly draftId: string;
    } & {
      readonly reason?: 'named';
      readonly name: string;
      readonly description?: string | null;
      readonly author?: string | null;
    })
  | {
      readonly reason: 'deployed' | 'before-take-over';
      readonly name?: null;
      readonly description?: string | null;
      readonly author?: string | null;
    };

export type CreateDraftVersionAnswer = DraftVersionSummary;

export type GetDraftVersionInput = {
  readonly draftId: string;
  readonly versionId: string;
};

export type GetDraftVersionAnswer = DraftVersion;

export type DescribeDraftVersionInput = {
  readonly draftId: string;
  readonly versionId: string;
} & {
  readonly name?: string | null;
  readonly description?: string | null;
};

export type DescribeDraftVersionAnswer = DraftVersionSummary;

export type DeleteDraftVersionInput = {
  readonly draftId: string;
  readonly versionId: string;
};

export type RestoreDraftVersionInput = {
  readonly draftId: string;
  readonly versionId: string;
} & {
  readonly revision: number;
  readonly author?: string | null;
};

export type RestoreDraftVersionAnswer = Draft;

export type ListElementTemplatesAnswer = {
  readonly items: readonly ElementTemplate[];
};

export type StoreElementTemplatesInput = {
  readonly templates: readonly {
    readonly id: string;
    readonly name: string;
    readonly version?: number;
    readonly appliesTo: readonly string[];
    readonly properties: readonly Readonly<Record<string, unknown>>[];
  }[];
  readonly tenantId?: string | null;
};

export type StoreElementTemplatesAnswer = {
  readonly items: readonly ElementTemplate[];
};

export type DeleteElementTemplateInput = {
  readonly templateId: string;
  readonly tenantId?: string;
  readonly version?: string;
};

export type ListDraftLinksAnswer = {
  readonly items: readonly DraftLinks[];
};

export type ListProcessLinksAnswer = {
  readonly items: readonly ProcessLinks[];
};

export type ListFormsAnswer = {
  readonly items: readonly DeployedForm[];
};

export type SubmitUserTaskFormInput = {
  readonly userTaskKey: string;
} & {
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly action?: string | null;
};

export type SubmitStartFormInput = {
  readonly processDefinitionKey: string;
} & {
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly businessId?: string | null;
};

export type SubmitStartFormAnswer = StartedProcessInstance;

export type ListExamplesAnswer = {
  readonly items: readonly Example[];
};

export type DeployExampleInput = {
  readonly exampleId: string;
  readonly tenantId?: string;
};

export type DeployExampleAnswer = Deployment;

/** Web app. */
export interface WebApp {
  /** Search the tasks of a queue of the tasklist. By queue, text and conditions on fields and variables. A queue depends on who looks and when: `groups` are unassigned tasks that are offered to the caller or a group of theirs. `POST /ext/user-tasks/search` */
  searchTasklist(input?: SearchTasklistInput, options?: CallOptions): Promise<SearchTasklistAnswer>;
  /** Count the tasks in each queue and saved filter of the tasklist. `POST /ext/user-tasks/counts` */
  countTasklist(input?: CountTasklistInput, options?: CallOptions): Promise<CountTasklistAnswer>;
  /** Read a user task with what the tasklist shows of it. `GET /ext/user-tasks/{userTaskKey}` */
  getTasklistTask(input: GetTasklistTaskInput, options?: CallOptions): Promise<GetTasklistTaskAnswer>;
  /** Read what happened to a user task, the newest first. By the journal of its process instance, which nobody can change; the last 500 steps that the task had to do with. `GET /ext/user-tasks/{userTaskKey}/history` */
  getTaskHistory(input: GetTaskHistoryInput, options?: CallOptions): Promise<GetTaskHistoryAnswer>;
  /** List the filters of the tasklist that the caller sees, by name. Their own, and those that are shared with them; at most 200. `GET /ext/task-filters` */
  listTaskFilters(input?: ListTaskFiltersInput, options?: CallOptions): Promise<ListTaskFiltersAnswer>;
  /** Save a filter of the tasklist. What it says of "me" and "my groups" is about whoever looks, not about its owner. `POST /ext/task-filters` */
  createTaskFilter(input: CreateTaskFilterInput, options?: CallOptions): Promise<CreateTaskFilterAnswer>;
  /** Replace a filter of the tasklist. By its owner or an administrator (UPDATE on SYSTEM). `revision` is the one that the change is based on. `PUT /ext/task-filters/{filterId}` */
  changeTaskFilter(input: ChangeTaskFilterInput, options?: CallOptions): Promise<ChangeTaskFilterAnswer>;
  /** Delete a filter of the tasklist. By its owner or an administrator (UPDATE on SYSTEM). `DELETE /ext/task-filters/{filterId}` */
  deleteTaskFilter(input: DeleteTaskFilterInput, options?: CallOptions): Promise<void>;
  /** Read what server this is. `GET /ext/info` */
  getServerInfo(options?: CallOptions): Promise<GetServerInfoAnswer>;
  /** Read the latest version of a form. `GET /ext/forms/{formId}` */
  getForm(input: GetFormInput, options?: CallOptions): Promise<GetFormAnswer>;
  /** Check a file as a deployment would. `POST /ext/validation` */
  validateResource(input: ValidateResourceInput, options?: CallOptions): Promise<ValidateResourceAnswer>;
  /** Count what is there. `GET /ext/overview` */
  getOverview(input?: GetOverviewInput, options?: CallOptions): Promise<GetOverviewAnswer>;
  /** Play the token game of a BPMN file. Looks at every way that the gateways, events and activities of a process could go, without data, and tells of deadlocks, branches that meet without being joined, elements that nothing leads to, and loops without a way out. Nothing is stored. `POST /ext/soundness` */
  checkSoundness(input: CheckSoundnessInput, options?: CallOptions): Promise<CheckSoundnessAnswer>;
  /** Try a decision of a file. Evaluates the decision once for each row of variables, with the cluster variables behind them, and tells which rules matched. Nothing is stored. A file that does not compile is answered with its problems. `POST /ext/decision-trials` */
  tryDecision(input: TryDecisionInput, options?: CallOptions): Promise<TryDecisionAnswer>;
  /** Play models that are not deployed. Runs the models on an engine of their own in memory, from the start through all commands, and answers how everything stands then. Nothing is stored and no worker is asked: whoever wants to go on sends one command more, whoever wants to step back one less. The variables of the cluster are known to expressions. `POST /ext/plays` */
  playDraft(input: PlayDraftInput, options?: CallOptions): Promise<PlayDraftAnswer>;
  /** Run scenarios of a model. Plays each scenario from its beginning and compares the end with what is expected; tells the first difference of each, and what all of them visited together. Nothing is stored. `POST /ext/scenario-runs` */
  runScenarios(input: RunScenariosInput, options?: CallOptions): Promise<RunScenariosAnswer>;
  /** List drafts. `GET /ext/drafts` */
  listDrafts(input?: ListDraftsInput, options?: CallOptions): Promise<ListDraftsAnswer>;
  /** Create a draft. `POST /ext/drafts` */
  createDraft(input: CreateDraftInput, options?: CallOptions): Promise<CreateDraftAnswer>;
  /** Read a draft. `GET /ext/drafts/{draftId}` */
  getDraft(input: GetDraftInput, options?: CallOptions): Promise<GetDraftAnswer>;
  /** Save a draft. `revision` is the one that was changed; when somebody else saved meanwhile it is refused. `PUT /ext/drafts/{draftId}` */
  saveDraft(input: SaveDraftInput, options?: CallOptions): Promise<SaveDraftAnswer>;
  /** Delete a draft. `DELETE /ext/drafts/{draftId}` */
  deleteDraft(input: DeleteDraftInput, options?: CallOptions): Promise<void>;
  /** Move a draft to a folder. `folderId` null moves it to the top. The revision stays, so that whoever edits the draft goes on. `PUT /ext/drafts/{draftId}/folder` */
  moveDraft(input: MoveDraftInput, options?: CallOptions): Promise<MoveDraftAnswer>;
  /** Look for drafts by what is inside them. Finds names, ids, documentation, job types, form ids, called processes and decisions, expressions and labels that have all words of `q`, in any case. At most 50 drafts, the ones that were saved last first, within two seconds. `GET /ext/draft-hits` */
  findInDrafts(input: FindInDraftsInput, options?: CallOptions): Promise<FindInDraftsAnswer>;
  /** Tell that a page has a draft open, and learn who else has. A page tells it at least every 30 seconds. `wish` is `edit` (if no other page does), `takeOver` (also if one does), `watch`, or `leave`. The right to edit is a courtesy between pages; what keeps saves apart is the revision. `name` is passed over where people sign in. `POST /ext/drafts/{draftId}/presence` */
  meetAtDraft(input: MeetAtDraftInput, options?: CallOptions): Promise<MeetAtDraftAnswer>;
  /** Read the scenarios of a draft. `GET /ext/drafts/{draftId}/scenarios` */
  getDraftScenarios(input: GetDraftScenariosInput, options?: CallOptions): Promise<GetDraftScenariosAnswer>;
  /** Save the scenarios of a draft. `revision` is the one that was changed, 0 for the first ones; when somebody else saved meanwhile it is refused. `PUT /ext/drafts/{draftId}/scenarios` */
  saveDraftScenarios(input: SaveDraftScenariosInput, options?: CallOptions): Promise<SaveDraftScenariosAnswer>;
  /** List the comments of a draft, the oldest first. All of them: a draft has at most 1000. `GET /ext/drafts/{draftId}/comments` */
  listDraftComments(input: ListDraftCommentsInput, options?: CallOptions): Promise<ListDraftCommentsAnswer>;
  /** Comment on a draft or an element of it, or reply. Users whom the text mentions by `@username` and who may open the draft are told, and with a reply everybody who has to do with the thread. A reply opens a resolved thread again. `author` is passed over where people sign in. `POST /ext/drafts/{draftId}/comments` */
  addDraftComment(input: AddDraftCommentInput, options?: CallOptions): Promise<AddDraftCommentAnswer>;
  /** Change the text of a comment, resolve its thread or open it again. The text is changed by whoever wrote it; a thread is resolved and opened again by anybody who may read it. `PATCH /ext/draft-comments/{commentKey}` */
  changeDraftComment(input: ChangeDraftCommentInput, options?: CallOptions): Promise<ChangeDraftCommentAnswer>;
  /** Delete a comment; the first one of a thread with all replies. By whoever wrote it, or by an administrator (UPDATE on SYSTEM). `DELETE /ext/draft-comments/{commentKey}` */
  deleteDraftComment(input: DeleteDraftCommentInput, options?: CallOptions): Promise<void>;
  /** Find users who can be mentioned in a comment on a draft. Those who may open it and have `q` in their username or name, at most 20. Nobody where nobody signs in. `GET /ext/drafts/{draftId}/people` */
  findDraftPeople(input: FindDraftPeopleInput, options?: CallOptions): Promise<FindDraftPeopleAnswer>;
  /** List what the caller is to be told of, the newest first. Mentions in comments, replies in threads that the caller has to do with, and tasks that others gave them; the newest 500 are kept. `before` is the key of the last one of the page before. `GET /ext/notifications` */
  listNotifications(input?: ListNotificationsInput, options?: CallOptions): Promise<ListNotificationsAnswer>;
  /** Note that the caller has read a notification, or wants to see it as unread again. `PATCH /ext/notifications/{notificationKey}` */
  markNotification(input: MarkNotificationInput, options?: CallOptions): Promise<void>;
  /** Note that the caller has read all notifications. `POST /ext/notifications/reading` */
  markAllNotificationsRead(options?: CallOptions): Promise<void>;
  /** List the folders of drafts. `GET /ext/folders` */
  listDraftFolders(options?: CallOptions): Promise<ListDraftFoldersAnswer>;
  /** Create a folder. `POST /ext/folders` */
  createDraftFolder(input: CreateDraftFolderInput, options?: CallOptions): Promise<CreateDraftFolderAnswer>;
  /** Rename or move a folder. `parentId` null moves it to the top. `PATCH /ext/folders/{folderId}` */
  changeDraftFolder(input: ChangeDraftFolderInput, options?: CallOptions): Promise<ChangeDraftFolderAnswer>;
  /** Delete a folder with all that is in it. With `folders` and `drafts`, the numbers that the caller was shown, it is refused where something else is in it now. `DELETE /ext/folders/{folderId}` */
  deleteDraftFolder(input: DeleteDraftFolderInput, options?: CallOptions): Promise<void>;
  /** List the versions of a draft, the newest first. The last 50 without a name and up to 500 with one. `GET /ext/drafts/{draftId}/versions` */
  listDraftVersions(input: ListDraftVersionsInput, options?: CallOptions): Promise<ListDraftVersionsAnswer>;
  /** Keep the present state of a draft as a version. `POST /ext/drafts/{draftId}/versions` */
  createDraftVersion(input: CreateDraftVersionInput, options?: CallOptions): Promise<CreateDraftVersionAnswer>;
  /** Read a version with its content. `GET /ext/drafts/{draftId}/versions/{versionId}` */
  getDraftVersion(input: GetDraftVersionInput, options?: CallOptions): Promise<GetDraftVersionAnswer>;
  /** Name, rename or describe a version. A version that gets a name is kept; without (`null`) it goes when there are many. `PATCH /ext/drafts/{draftId}/versions/{versionId}` */
  describeDraftVersion(input: DescribeDraftVersionInput, options?: CallOptions): Promise<DescribeDraftVersionAnswer>;
  /** Delete a version. `DELETE /ext/drafts/{draftId}/versions/{versionId}` */
  deleteDraftVersion(input: DeleteDraftVersionInput, options?: CallOptions): Promise<void>;
  /** Give a draft the content of one of its versions. What it had is kept as a version. `revision` is the one that the caller knows; when somebody saved meanwhile it is refused. `POST /ext/drafts/{draftId}/versions/{versionId}/restoration` */
  restoreDraftVersion(input: RestoreDraftVersionInput, options?: CallOptions): Promise<RestoreDraftVersionAnswer>;
  /** List element templates. `GET /ext/element-templates` */
  listElementTemplates(options?: CallOptions): Promise<ListElementTemplatesAnswer>;
  /** Add or replace element templates. All or none. A template takes the place of the one that has its id and its version. `POST /ext/element-templates` */
  storeElementTemplates(input: StoreElementTemplatesInput, options?: CallOptions): Promise<StoreElementTemplatesAnswer>;
  /** Delete an element template. All its versions unless one is named. Elements that were made with it stay as they are. `DELETE /ext/element-templates/{templateId}` */
  deleteElementTemplate(input: DeleteElementTemplateInput, options?: CallOptions): Promise<void>;
  /** List what drafts have in them and refer to. `GET /ext/draft-links` */
  listDraftLinks(options?: CallOptions): Promise<ListDraftLinksAnswer>;
  /** List what deployed processes refer to. Their latest versions. `GET /ext/process-links` */
  listProcessLinks(options?: CallOptions): Promise<ListProcessLinksAnswer>;
  /** List the latest versions of deployed forms. `GET /ext/forms` */
  listForms(options?: CallOptions): Promise<ListFormsAnswer>;
  /** Complete a user task by its form. As the form would say it: required, minimum and maximum, lengths, patterns and options. What breaks a rule is refused with a problem whose `fields` name each one. The operation of `/v2` asks no form. `POST /ext/user-tasks/{userTaskKey}/form-submission` */
  submitUserTaskForm(input: SubmitUserTaskFormInput, options?: CallOptions): Promise<void>;
  /** Start a process by its form. As the form would say it: required, minimum and maximum, lengths, patterns and options. What breaks a rule is refused with a problem whose `fields` name each one. The operation of `/v2` asks no form. `POST /ext/process-definitions/{processDefinitionKey}/form-submission` */
  submitStartForm(input: SubmitStartFormInput, options?: CallOptions): Promise<SubmitStartFormAnswer>;
  /** List the examples. `GET /ext/examples` */
  listExamples(options?: CallOptions): Promise<ListExamplesAnswer>;
  /** Deploy an example. `POST /ext/examples/{exampleId}/deployment` */
  deployExample(input: DeployExampleInput, options?: CallOptions): Promise<DeployExampleAnswer>;
}

export const webAppOperations = {
  searchTasklist: { method: 'POST', path: '/ext/user-tasks/search', body: 'json', answer: 'json', isSafe: true },
  countTasklist: { method: 'POST', path: '/ext/user-tasks/counts', body: 'json', answer: 'json' },
  getTasklistTask: { method: 'GET', path: '/ext/user-tasks/{userTaskKey}', answer: 'json', isSafe: true },
  getTaskHistory: { method: 'GET', path: '/ext/user-tasks/{userTaskKey}/history', answer: 'json', isSafe: true },
  listTaskFilters: { method: 'GET', path: '/ext/task-filters', query: ['user'], answer: 'json', isSafe: true },
  createTaskFilter: { method: 'POST', path: '/ext/task-filters', body: 'json', answer: 'json' },
  changeTaskFilter: { method: 'PUT', path: '/ext/task-filters/{filterId}', body: 'json', answer: 'json', isSafe: true },
  deleteTaskFilter: { method: 'DELETE', path: '/ext/task-filters/{filterId}', answer: 'nothing' },
  getServerInfo: { method: 'GET', path: '/ext/info', answer: 'json', hasNoInput: true, isSafe: true },
  getForm: { method: 'GET', path: '/ext/forms/{formId}', query: ['tenantId'], answer: 'json', isSafe: true },
  validateResource: { method: 'POST', path: '/ext/validation', body: 'json', answer: 'json', isSafe: true },
  getOverview: { method: 'GET', path: '/ext/overview', query: ['assignee'], answer: 'json', isSafe: true },
  checkSoundness: { method: 'POST', path: '/ext/soundness', body: 'json', answer: 'json' },
  tryDecision: { method: 'POST', path: '/ext/decision-trials', body: 'json', answer: 'json' },
  playDraft: { method: 'POST', path: '/ext/plays', body: 'json', answer: 'json' },
  runScenarios: { method: 'POST', path: '/ext/scenario-runs', body: 'json', answer: 'json' },
  listDrafts: { method: 'GET', path: '/ext/drafts', query: ['kind'], answer: 'json', isSafe: true },
  createDraft: { method: 'POST', path: '/ext/drafts', body: 'json', answer: 'json' },
  getDraft: { method: 'GET', path: '/ext/drafts/{draftId}', answer: 'json', isSafe: true },
  saveDraft: { method: 'PUT', path: '/ext/drafts/{draftId}', body: 'json', answer: 'json', isSafe: true },
  deleteDraft: { method: 'DELETE', path: '/ext/drafts/{draftId}', answer: 'nothing' },
  moveDraft: { method: 'PUT', path: '/ext/drafts/{draftId}/folder', body: 'json', answer: 'json', isSafe: true },
  findInDrafts: { method: 'GET', path: '/ext/draft-hits', query: ['q'], answer: 'json', isSafe: true },
  meetAtDraft: { method: 'POST', path: '/ext/drafts/{draftId}/presence', body: 'json', answer: 'json' },
  getDraftScenarios: { method: 'GET', path: '/ext/drafts/{draftId}/scenarios', answer: 'json', isSafe: true },
  saveDraftScenarios: {
    method: 'PUT',
    path: '/ext/drafts/{draftId}/scenarios',
    body: 'json',
    answer: 'json',
    isSafe: true,
  },
  listDraftComments: { method: 'GET', path: '/ext/drafts/{draftId}/comments', answer: 'json', isSafe: true },
  addDraftComment: {
    method: 'POST',
    path: '/ext/drafts/{draftId}/comments',
    body: 'json',
    answer: 'json',
    isRepeatable: true,
  },
  changeDraftComment: { method: 'PATCH', path: '/ext/draft-comments/{commentKey}', body: 'json', answer: 'json' },
  deleteDraftComment: { method: 'DELETE', path: '/ext/draft-comments/{commentKey}', answer: 'nothing' },
  findDraftPeople: { method: 'GET', path: '/ext/drafts/{draftId}/people', query: ['q'], answer: 'json', isSafe: true },
  listNotifications: {
    method: 'GET',
    path: '/ext/notifications',
    query: ['limit', 'before'],
    answer: 'json',
    isSafe: true,
  },
  markNotification: { method: 'PATCH', path: '/ext/notifications/{notificationKey}', body: 'json', answer: 'nothing' },
  markAllNotificationsRead: { method: 'POST', path: '/ext/notifications/reading', answer: 'nothing', hasNoInput: true },
  listDraftFolders: { method: 'GET', path: '/ext/folders', answer: 'json', hasNoInput: true, isSafe: true },
  createDraftFolder: { method: 'POST', path: '/ext/folders', body: 'json', answer: 'json' },
  changeDraftFolder: { method: 'PATCH', path: '/ext/folders/{folderId}', body: 'json', answer: 'json' },
  deleteDraftFolder: {
    method: 'DELETE',
    path: '/ext/folders/{folderId}',
    query: ['folders', 'drafts'],
    answer: 'nothing',
  },
  listDraftVersions: { method: 'GET', path: '/ext/drafts/{draftId}/versions', answer: 'json', isSafe: true },
  createDraftVersion: { method: 'POST', path: '/ext/drafts/{draftId}/versions', body: 'json', answer: 'json' },
  getDraftVersion: { method: 'GET', path: '/ext/drafts/{draftId}/versions/{versionId}', answer: 'json', isSafe: true },
  describeDraftVersion: {
    method: 'PATCH',
    path: '/ext/drafts/{draftId}/versions/{versionId}',
    body: 'json',
    answer: 'json',
  },
  deleteDraftVersion: { method: 'DELETE', path: '/ext/drafts/{draftId}/versions/{versionId}', answer: 'nothing' },
  restoreDraftVersion: {
    method: 'POST',
    path: '/ext/drafts/{draftId}/versions/{versionId}/restoration',
    body: 'json',
    answer: 'json',
  },
  listElementTemplates: {
    method: 'GET',
    path: '/ext/element-templates',
    answer: 'json',
    hasNoInput: true,
    isSafe: true,
  },
  storeElementTemplates: { method: 'POST', path: '/ext/element-templates', body: 'json', answer: 'json' },
  deleteElementTemplate: {
    method: 'DELETE',
    path: '/ext/element-templates/{templateId}',
    query: ['tenantId', 'version'],
    answer: 'nothing',
  },
  listDraftLinks: { method: 'GET', path: '/ext/draft-links', answer: 'json', hasNoInput: true, isSafe: true },
  listProcessLinks: { method: 'GET', path: '/ext/process-links', answer: 'json', hasNoInput: true, isSafe: true },
  listForms: { method: 'GET', path: '/ext/forms', answer: 'json', hasNoInput: true, isSafe: true },
  submitUserTaskForm: {
    method: 'POST',
    path: '/ext/user-tasks/{userTaskKey}/form-submission',
    body: 'json',
    answer: 'nothing',
    isRepeatable: true,
  },
  submitStartForm: {
    method: 'POST',
    path: '/ext/process-definitions/{processDefinitionKey}/form-submission',
    body: 'json',
    answer: 'json',
    isRepeatable: true,
  },
  listExamples: { method: 'GET', path: '/ext/examples', answer: 'json', hasNoInput: true, isSafe: true },
  deployExample: { method: 'POST', path: '/ext/examples/{exampleId}/deployment', query: ['tenantId'], answer: 'json' },
} as const satisfies Readonly<Record<keyof WebApp, OperationEntry>>;
