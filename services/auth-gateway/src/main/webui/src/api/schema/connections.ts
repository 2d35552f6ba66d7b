// Made by "npm run api". Do not edit.

export interface paths {
    "/api/fleet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Fleet */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fleet"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workspaces/{workspace}/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    workspace: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page2"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workspaces/{workspace}/connections/{connection}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    connection: components["schemas"]["UUID"];
                    workspace: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workspaces/{workspace}/connections/{connection}/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    connection: components["schemas"]["UUID"];
                    workspace: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page1"];
                    };
                };
            };
        };
        put?: never;
        /** Connect */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    connection: components["schemas"]["UUID"];
                    workspace: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Chosen"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page1"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workspaces/{workspace}/connections/{connection}/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sync */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    connection: components["schemas"]["UUID"];
                    workspace: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workspaces/{workspace}/connections/{platform}/authorize": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Authorize */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    platform: string;
                    workspace: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Sent"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workspaces/{workspace}/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List */
        get: {
            parameters: {
                query?: {
                    connection?: string;
                    cursor?: string;
                    limit?: number;
                    state?: string;
                };
                header?: never;
                path: {
                    workspace: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workspaces/{workspace}/jobs/{job}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    job: components["schemas"]["UUID"];
                    workspace: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["JobView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/internal/access-tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Issue */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Asked"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/{platform}/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Callback */
        get: {
            parameters: {
                query?: {
                    code?: string;
                    state?: string;
                };
                header?: never;
                path: {
                    platform: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Asked: {
            connection_id?: components["schemas"]["UUID"];
            workspace_id?: components["schemas"]["UUID"];
        };
        Chosen: {
            account_ids?: string[];
        };
        Error: {
            at?: components["schemas"]["Instant"];
            kind?: string;
            sentence?: string;
            slice?: string;
        };
        Fleet: {
            freshness?: components["schemas"]["Fresh"][];
            services?: components["schemas"]["Service"][];
        };
        Fresh: {
            /** Format: int32 */
            accounts?: number;
            counted_at?: components["schemas"]["Instant"];
            newest_synced_at?: components["schemas"]["Instant"];
            /** Format: int64 */
            oldest_age_seconds?: number;
            oldest_synced_at?: components["schemas"]["Instant"];
            platform?: string;
        };
        /**
         * Format: date-time
         * @example 2022-03-10T16:15:50Z
         */
        Instant: string;
        JobView: {
            account_id?: components["schemas"]["UUID"];
            connection_id?: components["schemas"]["UUID"];
            errors?: components["schemas"]["Error"][];
            failure_kind?: string;
            finished_at?: components["schemas"]["Instant"];
            id?: components["schemas"]["UUID"];
            kind?: string;
            queued_at?: components["schemas"]["Instant"];
            retry_at?: components["schemas"]["Instant"];
            sentence?: string;
            slices?: components["schemas"]["Slices"];
            started_at?: components["schemas"]["Instant"];
            state?: string;
        };
        Page: {
            items?: components["schemas"]["JobView"][];
            next_cursor?: string;
        };
        Page1: {
            items?: components["schemas"]["View"][];
            next_cursor?: string;
        };
        Page2: {
            items?: components["schemas"]["View1"][];
            next_cursor?: string;
        };
        Sent: {
            /** Format: uri */
            authorize_url?: string;
        };
        Service: {
            /** Format: int64 */
            age_seconds?: number;
            instance?: string;
            last_heartbeat?: components["schemas"]["Instant"];
            /** Format: int32 */
            port?: number;
            service?: string;
            started_at?: components["schemas"]["Instant"];
            state?: string;
            version?: string;
        };
        Slices: {
            /** Format: int32 */
            done?: number;
            /** Format: int32 */
            failed?: number;
            /** Format: int32 */
            of?: number;
        };
        /** Format: uuid */
        UUID: string;
        View: {
            account_id?: components["schemas"]["UUID"];
            connected?: boolean;
            connection_id?: components["schemas"]["UUID"];
            currency?: string;
            external_id?: string;
            last_sync?: components["schemas"]["Instant"];
            manager?: boolean;
            name?: string;
            parent_external_id?: string;
            sentence?: string;
            state?: string;
            zone?: string;
        };
        View1: {
            /** Format: int32 */
            accounts?: number;
            authorized_at?: components["schemas"]["Instant"];
            id?: components["schemas"]["UUID"];
            last_sync?: components["schemas"]["Instant"];
            next_sync?: components["schemas"]["Instant"];
            person?: string;
            platform?: string;
            retry_at?: components["schemas"]["Instant"];
            sentence?: string;
            state?: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
