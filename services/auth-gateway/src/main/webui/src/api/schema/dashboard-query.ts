// Made by "npm run api". Do not edit.

export interface paths {
    "/api/workspaces/{workspace}/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Campaigns, or the children of an entity, with their figures */
        get: {
            parameters: {
                query?: {
                    account?: string;
                    client?: string;
                    cursor?: string;
                    end?: string;
                    limit?: string;
                    parent?: string;
                    platform?: string;
                    sort?: string;
                    start?: string;
                    status?: string;
                    timeframe?: string;
                };
                header?: {
                    "If-None-Match"?: string;
                };
                path: {
                    workspace: components["schemas"]["UUID"];
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
                        "application/json": components["schemas"]["Listing"];
                    };
                };
                /** @description Nothing changed since the given ETag */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
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
    "/api/workspaces/{workspace}/dashboard/unified": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything the first page shows, over a preset or start and end */
        get: {
            parameters: {
                query?: {
                    account?: string;
                    client?: string;
                    end?: string;
                    platform?: string;
                    start?: string;
                    timeframe?: string;
                };
                header?: {
                    "If-None-Match"?: string;
                };
                path: {
                    workspace: components["schemas"]["UUID"];
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
                        "application/json": components["schemas"]["Unified"];
                    };
                };
                /** @description Nothing changed since the given ETag */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
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
    "/api/workspaces/{workspace}/query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Metrics over some dates, as a total and by platform or campaign */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    workspace: components["schemas"]["UUID"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Query"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Answer"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Every fault with field, reason and remedy */
                422: {
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
    "/api/workspaces/{workspace}/query/schema": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The JSON Schema of a query */
        get: {
            parameters: {
                query?: never;
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
                        "application/schema+json": string;
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
    "/api/workspaces/{workspace}/reconciliation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Our campaign rows beside the platforms' totals, per account and date */
        get: {
            parameters: {
                query?: {
                    account?: string;
                    client?: string;
                    cursor?: string;
                    end?: string;
                    limit?: string;
                    platform?: string;
                    start?: string;
                    timeframe?: string;
                };
                header?: {
                    "If-None-Match"?: string;
                };
                path: {
                    workspace: components["schemas"]["UUID"];
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
                        "application/json": components["schemas"]["Reconciliation"];
                    };
                };
                /** @description Nothing changed since the given ETag */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
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
        Agreement: {
            agrees?: boolean;
            checked_at?: components["schemas"]["Instant"];
            difference?: string;
            platforms?: components["schemas"]["PlatformAgreement"][];
            reason?: string;
        };
        Answer: {
            by_currency?: components["schemas"]["OfCurrency1"][];
            completeness?: components["schemas"]["Completeness"];
            currency?: string;
            data_as_of?: components["schemas"]["Instant"];
            end?: components["schemas"]["LocalDate"];
            last_synced_at?: components["schemas"]["Instant"];
            metrics?: components["schemas"]["AskedMetric"][];
            reason?: string;
            revenue_source?: string;
            /** Format: int32 */
            row_count?: number;
            rows?: components["schemas"]["Line"][];
            start?: components["schemas"]["LocalDate"];
            timeframe?: string;
            total?: {
                [key: string]: components["schemas"]["Cell"];
            };
            zone?: string;
        };
        AskedMetric: {
            key?: string;
            /** @enum {string} */
            unit?: "money" | "count" | "ratio";
        };
        Cell: {
            reason?: string;
            value?: string | number;
        };
        Chart: {
            granularity?: string;
            intraday_available_from?: string;
            points?: components["schemas"]["Point"][];
        };
        Completeness: {
            complete?: boolean;
            missing?: components["schemas"]["Missing"][];
        };
        Filters: {
            platform?: string[];
        };
        /**
         * Format: date-time
         * @example 2022-03-10T16:15:50Z
         */
        Instant: string;
        Item: {
            account_id?: components["schemas"]["UUID"];
            channel?: string;
            clicks?: unknown;
            conversion_value?: unknown;
            conversions?: unknown;
            cpa?: unknown;
            cpc?: unknown;
            cpm?: unknown;
            ctr?: unknown;
            currency?: string;
            entity_id?: components["schemas"]["UUID"];
            external_id?: string;
            impressions?: unknown;
            kind?: string;
            name?: string;
            not_broken_down?: components["schemas"]["Rest"];
            parent_id?: components["schemas"]["UUID"];
            platform?: string;
            platform_status?: string;
            reason?: string;
            revenue?: unknown;
            roas?: unknown;
            spend?: unknown;
            status?: string;
        };
        Kpi: {
            delta?: string;
            key?: string;
            previous?: string | number;
            reason?: string;
            sparkline?: unknown[];
            /** @enum {string} */
            unit?: "money" | "count" | "ratio";
            value?: string | number;
        };
        Line: {
            key?: string;
            name?: string;
            platform?: string;
            values?: {
                [key: string]: components["schemas"]["Cell"];
            };
        };
        Listing: {
            completeness?: components["schemas"]["Completeness"];
            end?: components["schemas"]["LocalDate"];
            items?: components["schemas"]["Item"][];
            next_cursor?: string;
            start?: components["schemas"]["LocalDate"];
            zone?: string;
        };
        /**
         * Format: date
         * @example 2022-03-10
         */
        LocalDate: string;
        Measures: {
            clicks?: unknown;
            conversion_value?: unknown;
            conversions?: unknown;
            impressions?: unknown;
            spend?: unknown;
        };
        Missing: {
            account_id?: components["schemas"]["UUID"];
            from?: components["schemas"]["LocalDate"];
            level?: string;
            platform?: string;
            reason?: string;
            to?: components["schemas"]["LocalDate"];
        };
        OfCurrency: {
            chart_points?: components["schemas"]["Point"][];
            currency?: string;
            kpis?: components["schemas"]["Kpi"][];
            top_campaigns?: components["schemas"]["TopCampaign"][];
        };
        OfCurrency1: {
            currency?: string;
            /** Format: int32 */
            row_count?: number;
            rows?: components["schemas"]["Line"][];
            total?: {
                [key: string]: components["schemas"]["Cell"];
            };
        };
        PlatformAgreement: {
            currency?: string;
            ours?: string;
            platform?: string;
            platform_total?: string;
        };
        Point: {
            clicks?: unknown;
            conversion_value?: unknown;
            conversions?: unknown;
            impressions?: unknown;
            platform?: string;
            revenue?: unknown;
            spend?: unknown;
            start?: string;
        };
        PreviousDates: {
            cut?: boolean;
            end?: components["schemas"]["LocalDate"];
            start?: components["schemas"]["LocalDate"];
        };
        Query: {
            breakdown?: string;
            filters?: components["schemas"]["Filters"];
            metrics?: string[];
            order?: string;
            range?: components["schemas"]["Range"];
            /** Format: int32 */
            top?: number;
        };
        Range: {
            end?: string;
            start?: string;
            timeframe?: string;
        };
        ReconciledDay: {
            account_id?: components["schemas"]["UUID"];
            agrees?: boolean;
            closed_at?: components["schemas"]["Instant"];
            currency?: string;
            date?: components["schemas"]["LocalDate"];
            difference?: components["schemas"]["Measures"];
            external_id?: string;
            name?: string;
            observed_at?: components["schemas"]["Instant"];
            ours?: components["schemas"]["Measures"];
            platform?: string;
            platform_total?: components["schemas"]["Measures"];
            reason?: string;
        };
        Reconciliation: {
            agrees?: boolean;
            items?: components["schemas"]["ReconciledDay"][];
            next_cursor?: string;
        };
        Rest: {
            clicks?: unknown;
            conversion_value?: unknown;
            conversions?: unknown;
            impressions?: unknown;
            spend?: unknown;
        };
        SpendShare: {
            platform?: string;
            share?: string;
            spend?: unknown;
        };
        TopCampaign: {
            account_id?: components["schemas"]["UUID"];
            conversions?: unknown;
            currency?: string;
            entity_id?: components["schemas"]["UUID"];
            external_id?: string;
            name?: string;
            platform?: string;
            revenue?: unknown;
            roas?: unknown;
            spend?: unknown;
            status?: string;
        };
        Unified: {
            attribution?: unknown;
            by_currency?: components["schemas"]["OfCurrency"][];
            chart?: components["schemas"]["Chart"];
            completeness?: components["schemas"]["Completeness"];
            currency?: string;
            data_as_of?: components["schemas"]["Instant"];
            end?: components["schemas"]["LocalDate"];
            kpis?: components["schemas"]["Kpi"][];
            last_synced_at?: components["schemas"]["Instant"];
            previous?: components["schemas"]["PreviousDates"];
            reason?: string;
            reconciliation?: components["schemas"]["Agreement"];
            revenue_source?: string;
            spend_mix?: components["schemas"]["SpendShare"][];
            start?: components["schemas"]["LocalDate"];
            timeframe?: string;
            top_campaigns?: components["schemas"]["TopCampaign"][];
            zone?: string;
        };
        /** Format: uuid */
        UUID: string;
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
